using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Knowledge;

/// <summary>Finds what a question is about. Safe for concurrent use; holds no state between questions.</summary>
public interface IKnowledgeSearch
{
    /// <summary>Looks a question up.</summary>
    /// <param name="question">As typed: any script, layout, spelling.</param>
    /// <param name="saved">The person's language; decides when the question's own can't be told.</param>
    SearchResult Search(string question, Language? saved);
}

/// <summary>What a search found.</summary>
/// <param name="Language">The language of the question.</param>
/// <param name="LanguageIsSure">False when it is only the person's saved language or a guess.</param>
/// <param name="Band">Whether to answer, to ask back or to say that it is not in the guide.</param>
/// <param name="Hits">The best entries, best first, at most five; may be empty.</param>
public sealed record SearchResult(
    Language Language, bool LanguageIsSure, SearchBand Band, IReadOnlyList<Hit> Hits);

/// <summary>A match.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Score">0 to 1; 1 is its very name.</param>
public sealed record Hit(Entry Entry, double Score);

/// <summary>How sure a search is.</summary>
public enum SearchBand
{
    /// <summary>The first hit is the answer.</summary>
    Answer,

    /// <summary>One of the first three probably is: ask which.</summary>
    DidYouMean,

    /// <summary>The guide doesn't say.</summary>
    Unknown,
}
