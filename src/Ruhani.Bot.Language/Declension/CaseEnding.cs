namespace Ruhani.Bot.Linguistics.Declension;

/// <summary>What a text in a case ends with, told apart from the text so that its boldness can be kept.</summary>
/// <param name="Drop">How many letters at the text's end fall: класс, кла<b>с</b>қа.</param>
/// <param name="Suffix">What is added, with its hyphen where one is written; empty where nothing is.</param>
public readonly record struct CaseEnding(int Drop, string Suffix)
{
    /// <summary>Nothing falls and nothing is added.</summary>
    public static CaseEnding None { get; } = new(0, "");

    /// <summary>The text with this ending.</summary>
    public string AddTo(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text[..^Drop] + Suffix;
    }
}
