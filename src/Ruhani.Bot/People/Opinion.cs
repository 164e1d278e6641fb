namespace Ruhani.Bot.People;

/// <summary>
/// What a person thinks, for the office to read; kept without name and chat. With a telephone its document is grouped
/// by the person's address, so that it can be found when they ask for their data.
/// </summary>
/// <param name="About">What it is about, an option of the feedback dialog.</param>
/// <param name="Words">The words.</param>
/// <param name="Mark">The mark; null when it was skipped.</param>
/// <param name="Language">The language it was given in.</param>
/// <param name="At">When, Unix milliseconds.</param>
/// <param name="Contact">The telephone to answer to, when the person left one and consented.</param>
/// <param name="Event">The event it is about, by the number of its permit; null when none was named.</param>
public sealed record Opinion(
    string About, string Words, string? Mark, string Language, long At, string? Contact = null, string? Event = null);
