using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo.Reviewing;

/// <summary>The lines of a card, one under the other.</summary>
internal sealed class CardLines(Turn turn)
{
    private readonly RichText.Builder _text = new();

    /// <summary>A text of its own.</summary>
    public void Say(string key, params ReadOnlySpan<(string Name, object Value)> values) =>
        _text.Add(turn.Content.Texts.Render(turn.Language, key, TextArguments.Of(values)))
            .AddPlain("\n", bold: false);

    /// <summary>A text of its own, where it holds.</summary>
    public void SayIf(bool holds, string key)
    {
        if (holds)
        {
            Say(key);
        }
    }

    /// <summary>A labelled value.</summary>
    public void Add(string label, object value) =>
        Say("form.answer", ("label", turn.Label(label)), ("value", value));

    /// <summary>A field of the request.</summary>
    public void Add(LogoField field, string value) => Add(LogoWording.Key(field), value);

    /// <summary>Labelled values: one behind the label, several under it; nothing when there is none.</summary>
    public void AddList(string label, IReadOnlyList<string> values)
    {
        if (values.Count == 1)
        {
            Add(label, values[0]);
        }
        else if (values.Count > 1)
        {
            Say("pending.heading", ("label", turn.Label(label)));
            foreach (var value in values)
            {
                Say("pending.bullet", ("value", value));
            }
        }
    }

    /// <summary>An empty line.</summary>
    public void Gap() => _text.AddPlain("\n", bold: false);

    /// <summary>What was put together.</summary>
    public RichText Build() => _text.Build();
}
