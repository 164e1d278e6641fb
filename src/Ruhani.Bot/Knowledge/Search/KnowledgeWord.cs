namespace Ruhani.Bot.Knowledge.Search;

/// <summary>A word of the knowledge.</summary>
/// <param name="Text">In lower case, and in Cyrillic whatever it is written in.</param>
/// <param name="Key">Its skeleton.</param>
internal sealed record KnowledgeWord(string Text, string Key);
