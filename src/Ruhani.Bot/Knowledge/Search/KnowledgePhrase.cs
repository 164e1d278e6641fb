using Ruhani.Bot.Linguistics;

namespace Ruhani.Bot.Knowledge.Search;

/// <summary>A title, an alias or a question of an entry, in words.</summary>
/// <param name="Entry">The entry's place.</param>
/// <param name="Text">As written.</param>
/// <param name="Words">Its words in order.</param>
/// <param name="Tongue">Its language.</param>
/// <param name="IsQuestion">True for a way people ask.</param>
internal sealed record KnowledgePhrase(int Entry, string Text, KnowledgeWord[] Words, Tongue Tongue, bool IsQuestion);
