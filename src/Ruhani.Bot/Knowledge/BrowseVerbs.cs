using System.Globalization;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Linguistics;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Knowledge;

/// <summary>Leafing through the guide: the glossary by letter, the special projects, the six directions.</summary>
public sealed class BrowseVerbs : IVerbSource
{
    // A page and its three controls stay within WhatsApp's ten rows.
    private const int PageSize = 7;

    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs { get; } =
    [
        new Verb("glossary.letters", ["letter"], Letters),
        new Verb("glossary.page", ["page", "letters"], Page),
        new Verb("projects.list", [], (turn, _) => List(turn, "projects.list", EntryKind.Project)),
        new Verb("directions.list", [], (turn, _) => List(turn, "directions.list", EntryKind.Direction)),
    ];

    private static VerbResult Letters(Turn turn, string argument)
    {
        var letters = Terms(turn).Select(term => Letter(turn.Language, term)).Distinct().ToList();
        if ((FindLatin(turn, letters, argument) ?? Alphabet.FindLetter(letters, argument)) is { } asked)
        {
            return new VerbResult("letter", asked + ".1");
        }

        turn.Say(
            "glossary.letters",
            choices: [.. letters.Select(letter => turn.Choice("letter", $"{letter}.1", letter))],
            replaces: true);
        return VerbResult.Wait;
    }

    // To who reads Latin, B is Б; to anybody else it is a look-alike of В.
    private static string? FindLatin(Turn turn, List<string> letters, string typed) => turn.Script == Script.Latin
        ? letters.Find(letter =>
            LatinWriter.Lower(LatinText.Write(letter)) == LatinWriter.Lower(typed.Trim()))
        : null;

    private static VerbResult Page(Turn turn, string argument)
    {
        var parts = argument.Split('.');
        var letter = parts[0];
        var terms = Terms(turn).Where(term => Letter(turn.Language, term) == letter).ToList();
        if (terms.Count == 0)
        {
            // The language was switched, or the terms of the letter are gone: start from the letters that are there.
            return new VerbResult("letters");
        }

        var pages = (terms.Count + PageSize - 1) / PageSize;
        var asked = parts.Length > 1 && int.TryParse(
            parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        var page = Math.Clamp(asked, 1, pages);
        var choices = terms.Skip((page - 1) * PageSize).Take(PageSize)
            .Select(term => turn.EntryChoice(term.Id)).ToList();
        if (page < pages)
        {
            choices.Add(turn.Choice("page", $"{letter}.{page + 1}", turn.Label("glossary.next")));
        }

        if (page > 1)
        {
            choices.Add(turn.Choice("page", $"{letter}.{page - 1}", turn.Label("glossary.previous")));
        }

        choices.Add(turn.Choice("letters", "", turn.Label("glossary.back")));
        turn.Say(
            pages == 1 ? "glossary.only-page" : "glossary.page",
            TextArguments.Of(("letter", letter), ("page", page), ("pages", pages)),
            choices,
            replaces: true);
        return VerbResult.Wait;
    }

    private static VerbResult List(Turn turn, string key, EntryKind kind)
    {
        turn.Say(key, choices:
        [
            .. turn.Content.Knowledge.OfKind(kind)
                .Select(entry => turn.EntryChoice(entry.Id)),
        ]);
        return VerbResult.Wait;
    }

    private static IEnumerable<Entry> Terms(Turn turn) => turn.Content.Knowledge.Entries
        .Where(entry => entry.Kind is EntryKind.Term or EntryKind.Direction)
        .OrderBy(entry => Bare(entry.In(turn.Language).Title), Alphabet.Comparer(turn.Language))
        .ThenBy(entry => entry.Id, StringComparer.Ordinal);

    private static string Letter(Language language, Entry entry) =>
        Bare(entry.In(language).Title)[..1].ToUpper(CultureInfo.InvariantCulture);

    private static string Bare(string title) => title.TrimStart('«', '"', '“', ' ');
}
