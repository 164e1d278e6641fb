using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Ruhani.Bot.Linguistics.Declension;

namespace Ruhani.Bot.Texts;

/// <summary>
/// A text of the catalogue: content markup with <c>{placeholders}</c>, in one form or one per plural category, chosen
/// by the argument named <c>count</c>. A Kazakh text may ask for a value in a case: <c>{city:барыс}</c>.
/// </summary>
public sealed partial class TextTemplate
{
    private readonly FrozenDictionary<PluralCategory, IReadOnlyList<Part>> _forms;

    private TextTemplate(FrozenDictionary<PluralCategory, IReadOnlyList<Part>> forms)
    {
        _forms = forms;
        Placeholders = forms.Values.SelectMany(parts => parts)
            .Where(part => part.IsPlaceholder).Select(part => part.Text).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The names of its placeholders; the same in every language.</summary>
    public IReadOnlySet<string> Placeholders { get; }

    /// <summary>What stands behind the colon of each placeholder that has one.</summary>
    internal static IEnumerable<string> CasesAsked(string markup) => Asked().Matches(markup)
        .Select(match => match.Groups[1].Value);

    /// <summary>The plural categories it has; only <see cref="PluralCategory.Other"/> for a plain text.</summary>
    public IReadOnlyCollection<PluralCategory> Categories => _forms.Keys;

    /// <summary>A text of one form.</summary>
    public static TextTemplate Parse(string markup) =>
        new(new Dictionary<PluralCategory, IReadOnlyList<Part>> { [PluralCategory.Other] = Split(markup) }
            .ToFrozenDictionary());

    /// <summary>A text of several forms; <see cref="PluralCategory.Other"/> must be among them.</summary>
    public static TextTemplate Parse(IReadOnlyDictionary<PluralCategory, string> forms) =>
        new(forms.ToFrozenDictionary(form => form.Key, form => (IReadOnlyList<Part>)Split(form.Value)));

    /// <summary>Fills the placeholders. A missing argument is a bug and throws.</summary>
    /// <param name="language">The language, whose plural rules choose the form.</param>
    /// <param name="arguments">What fills them.</param>
    /// <param name="cases">Puts values into the cases the text asks for; the rules alone when it is left out.</param>
    public RichText Render(Language language, TextArguments arguments, KazakhCases? cases = null)
    {
        var form = _forms[PluralCategory.Other];
        if (_forms.Count > 1)
        {
            var count = Convert.ToInt64(arguments.Get("count"), CultureInfo.InvariantCulture);
            form = _forms.GetValueOrDefault(PluralRules.Category(language, count), form);
        }

        var builder = new RichText.Builder();
        foreach (var part in form)
        {
            if (part.IsPlaceholder)
            {
                AddValue(builder, part, arguments.Get(part.Text), cases ?? KazakhCases.ByRule);
            }
            else
            {
                builder.AddPlain(part.Text, part.Run.Bold, part.Run.KeepsLetters);
            }
        }

        return builder.Build();
    }

    private static void AddValue(RichText.Builder builder, Part part, object value, KazakhCases cases)
    {
        var rich = value switch
        {
            RichText text => text,
            IFormattable number => RichText.Plain(number.ToString(null, CultureInfo.InvariantCulture)),
            var other when part.Run.KeepsLetters => RichText.Verbatim(other.ToString() ?? ""),
            var other => RichText.Plain(other.ToString() ?? ""),
        };
        if (part.Case is not { } noun || rich.Spans.Count == 0)
        {
            builder.Add(rich, part.Run.Bold);
            return;
        }

        // A suffix looks like the last letters of what it is hung on, and is read in their script.
        var last = rich.Spans[^1];
        var ending = cases.Ending(rich.ToString(), noun);
        builder.Add(rich.Slice(0, rich.Length - ending.Drop), part.Run.Bold)
            .AddPlain(ending.Suffix, part.Run.Bold || last.Bold, last.KeepsLetters);
    }

    private static List<Part> Split(string markup)
    {
        var parts = new List<Part>();
        foreach (var run in MarkupReader.Read(markup))
        {
            var rest = run.Text;
            while (rest.Length > 0)
            {
                var open = rest.IndexOf('{', StringComparison.Ordinal);
                var close = open < 0 ? -1 : rest.IndexOf('}', open);
                if (close < 0)
                {
                    parts.Add(new Part(run with { Text = rest }, IsPlaceholder: false));
                    break;
                }

                if (open > 0)
                {
                    parts.Add(new Part(run with { Text = rest[..open] }, IsPlaceholder: false));
                }

                var (name, noun) = ReadPlaceholder(rest[(open + 1)..close]);
                parts.Add(new Part(run with { Text = name }, IsPlaceholder: true, noun));
                rest = rest[(close + 1)..];
            }
        }

        return parts;
    }

    // An unknown case is reported by the loader, which lets no such text through.
    private static (string Name, NounCase? Case) ReadPlaceholder(string inside) =>
        inside.Split(':', 2) is [var name, var noun] ? (name, NounCases.FromName(noun)) : (inside, null);

    [GeneratedRegex(@"\{[^{}:]*:([^{}]*)\}")]
    private static partial Regex Asked();

    private sealed record Part(RichSpan Run, bool IsPlaceholder, NounCase? Case = null)
    {
        public string Text => Run.Text;
    }
}
