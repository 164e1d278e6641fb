namespace Ruhani.Bot.People;

/// <summary>What a person thinks, for the office to read; kept without name and chat.</summary>
/// <param name="About">What it is about, an option of the feedback dialog.</param>
/// <param name="Words">The words.</param>
/// <param name="Mark">The mark; null when it was skipped.</param>
/// <param name="Language">The language it was given in.</param>
/// <param name="At">When, Unix milliseconds.</param>
public sealed record Opinion(string About, string Words, string? Mark, string Language, long At);
