using System.Collections.Frozen;
using System.Globalization;

namespace Ruhani.Bot.Texts;

/// <summary>
/// A text of the catalogue: content markup with <c>{placeholders}</c>, in one form or one per plural category, chosen
/// by the argument named <c>count</c>.
/// </summary>
public sealed class TextTemplate
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
    public RichText Render(Language language, TextArguments arguments)
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
            if (!part.IsPlaceholder)
            {
                builder.AddPlain(part.Text, part.Run.Bold, part.Run.KeepsLetters);
                continue;
            }

            switch (arguments.Get(part.Text))
            {
                case RichText rich:
                    builder.Add(rich, part.Run.Bold);
                    break;
                case IFormattable value:
                    builder.AddPlain(value.ToString(null, CultureInfo.InvariantCulture), part.Run.Bold);
                    break;
                case var other:
                    builder.AddPlain(other.ToString() ?? "", part.Run.Bold, part.Run.KeepsLetters);
                    break;
            }
        }

        return builder.Build();
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

                parts.Add(new Part(run with { Text = rest[(open + 1)..close] }, IsPlaceholder: true));
                rest = rest[(close + 1)..];
            }
        }

        return parts;
    }

    private sealed record Part(RichSpan Run, bool IsPlaceholder)
    {
        public string Text => Run.Text;
    }
}
