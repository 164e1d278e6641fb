namespace Ruhani.Bot.Benchmarks.Morphology;

/// <summary>A word of a treebank as annotators read it.</summary>
/// <param name="Form">As it stands in the text, in lower case.</param>
/// <param name="Lemma">Its dictionary form, in lower case.</param>
/// <param name="Class">Its universal part of speech: <c>NOUN</c>, <c>VERB</c> …</param>
/// <param name="Features">Its features by name: <c>Case</c> is <c>Gen</c>.</param>
internal sealed record TreebankWord(
    string Form, string Lemma, string Class, IReadOnlyDictionary<string, string> Features);
