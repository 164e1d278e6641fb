using System.Collections.Frozen;
using System.Globalization;

namespace Ruhani.Bot.Linguistics.Answers;

/// <summary>
/// Reads a person's name of two parts or more, in Kazakh or Russian Cyrillic or in Latin letters: Айгүл Серікқызы ·
/// Серік Айдар Болатұлы · Мұхтар Омархан ұлы · Анна-Мария Иванова · Aigul O'Brien. Spacing, capitals and Latin
/// look-alikes are put right; what introduces a name (менің атым, меня зовут, ФИО) is left out; initials may follow,
/// but two parts are written out.
/// </summary>
public static class PersonNameReader
{
    private const int LeastParts = 2;
    private const int MostParts = 6;
    private const int Longest = 100;

    private static readonly FrozenSet<string> Introductions = Keys(
        """
        менің атым есімім аты-жөнім аты жөнім толық мен бұл меня зовут мое имя фио ф.и.о я это полное мои данные
        """);

    private static readonly FrozenSet<string> OtherAnswers = Keys(
        """
        не нет знаю скажу хочу потом позже пропустить отмена зачем почему какой какая кто что спасибо привет
        здравствуйте жоқ білмеймін айтпаймын айтамын кейін өткізу керек емес неге қандай рахмет сәлем сәлеметсіз
        болдырмау көмек помощь артқа назад меню
        """);

    /// <summary>Reads an answer.</summary>
    public static PersonNameReading Read(string text)
    {
        if (text.Length > Longest * 2)
        {
            return Refused(PersonNameFault.TooLong);
        }

        var typed = NameText.Clean(text);
        if (typed.Any(char.IsDigit))
        {
            return Refused(PersonNameFault.Digits);
        }

        var words = typed.Split((char[])[' ', ',', ':'], StringSplitOptions.RemoveEmptyEntries)
            .SkipWhile(word => Introductions.Contains(Key(word)) || word == "-").ToList();
        var parts = words.ConvertAll(NamePart.Read);
        if (parts.Count == 0)
        {
            return Refused(PersonNameFault.Empty);
        }

        if (Fault(words, parts) is { } fault)
        {
            return Refused(fault);
        }

        var name = string.Join(' ', parts.Select((part, at) => part!.Written(isFirst: at == 0)));
        return name.Length > Longest ? Refused(PersonNameFault.TooLong) : new PersonNameReading.Found(name);
    }

    private static PersonNameFault? Fault(List<string> words, List<NamePart?> parts)
    {
        if (words.Exists(word => OtherAnswers.Contains(Key(word))))
        {
            return PersonNameFault.NotAName;
        }

        if (parts.Exists(part => part is null))
        {
            return PersonNameFault.Symbols;
        }

        if (parts.Exists(part => part!.Script is null) || parts.DistinctBy(part => part!.Script).Count() > 1)
        {
            return PersonNameFault.MixedScripts;
        }

        var full = parts.Count(part => part!.IsFull);
        return parts.Count > MostParts ? PersonNameFault.TooManyParts
            : full >= LeastParts ? null
            : parts.Exists(part => part!.IsInitial) ? PersonNameFault.Initials
            : PersonNameFault.OnePart;
    }

    private static PersonNameReading.Refused Refused(PersonNameFault fault) => new(fault);

    private static string Key(string word) => Skeleton.Of(word.ToLower(CultureInfo.InvariantCulture).TrimEnd('.', '!'));

    private static FrozenSet<string> Keys(string words) => words
        .Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => Skeleton.Of(word)).ToFrozenSet(StringComparer.Ordinal);
}
