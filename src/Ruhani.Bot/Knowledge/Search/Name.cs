namespace Ruhani.Bot.Knowledge.Search;

/// <summary>Something an entry is called or asked by.</summary>
/// <param name="Entry">The entry's place.</param>
/// <param name="Text">As written.</param>
/// <param name="Words">Its words, each once.</param>
/// <param name="Weight">What its words weigh together.</param>
/// <param name="IsQuestion">True for a way people ask, false for a title or alias.</param>
internal sealed record Name(int Entry, string Text, int[] Words, float Weight, bool IsQuestion);
