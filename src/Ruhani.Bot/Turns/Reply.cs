using Ruhani.Bot.Outbox;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Turns;

/// <summary>
/// What the bot means to say: a text by its key, and what the person may choose next. The renderer makes messages of
/// it.
/// </summary>
/// <param name="Key">A key of the text catalogue.</param>
/// <param name="Arguments">What fills the text's placeholders.</param>
/// <param name="Choices">Choices in order; empty for none.</param>
/// <param name="Language">The language to say it in.</param>
/// <param name="Replaces">True when it may take the place of the message whose button was pressed.</param>
/// <param name="Script">The letters the person reads Kazakh in; without effect on Russian.</param>
public sealed record Reply(
    string Key,
    TextArguments Arguments,
    IReadOnlyList<Choice> Choices,
    Language Language,
    bool Replaces,
    Script Script = Script.Cyrillic)
{
    /// <summary>A file that goes with it, the text as its caption; null for none.</summary>
    public OutboxFile? File { get; init; }

    /// <summary>What it is kept up to date about, see <see cref="ShownCard"/>; null for an ordinary reply.</summary>
    public string? Card { get; init; }

    /// <summary>True when it takes the place of the card of that name, and is nothing new.</summary>
    public bool UpdatesCard { get; init; }

    /// <summary>The letters it is shown in.</summary>
    public Script ShownScript => Language == Language.Kazakh ? Script : Script.Cyrillic;

    /// <summary>The choices with their labels as shown.</summary>
    public IReadOnlyList<Choice> ShownChoices => ShownScript == Script.Cyrillic
        ? Choices
        : [.. Choices.Select(choice =>
            choice.KeepsLetters ? choice : choice with { Label = LatinText.Write(choice.Label) })];
}

/// <summary>One thing a person may choose, by a button, a row, its number or its words.</summary>
/// <param name="Label">The words; 20 characters at most stay a button on every network.</param>
/// <param name="Token">What the choice does.</param>
/// <param name="KeepsLetters">True when the label is the same in every script, as a language's own name is.</param>
/// <param name="Address">Where the choice leads outside this conversation; it is then no answer here.</param>
public sealed record Choice(string Label, ButtonToken Token, bool KeepsLetters = false, Uri? Address = null);
