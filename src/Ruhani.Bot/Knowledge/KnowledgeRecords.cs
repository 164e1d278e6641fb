namespace Ruhani.Bot.Knowledge;

/// <summary>A question the guide did not answer, kept so that somebody can answer it and the guide can grow.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Language">The language it was taken for.</param>
/// <param name="Conversation">Where the answer would go.</param>
/// <param name="Nearest">The nearest entries that were offered instead.</param>
/// <param name="At">Unix milliseconds.</param>
public sealed record UnansweredQuestion(
    string Text, string Language, string Conversation, IReadOnlyList<string> Nearest, long At);

/// <summary>What a person thought of an answer.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Language">The language it was read in.</param>
/// <param name="Helpful">Yes or no.</param>
/// <param name="At">Unix milliseconds.</param>
public sealed record AnswerFeedback(string Entry, string Language, bool Helpful, long At);
