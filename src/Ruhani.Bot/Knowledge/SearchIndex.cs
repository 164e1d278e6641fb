using System.Collections.Concurrent;
using Ruhani.Bot.Knowledge.Search;
using Ruhani.Bot.Linguistics;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Knowledge;

/// <summary>
/// The search in memory. Every typed word is read whatever its script or layout, led to the words of the knowledge (the
/// same, another form, a likely slip), and every name of every entry is weighed by how much of it the question covers
/// and how much of the question it accounts for. Immutable; a reload builds a new one.
/// </summary>
public sealed class SearchIndex : IKnowledgeSearch
{
    private const int MostHits = 5;
    private const int MostLength = 1000;
    private const int MostWords = 60;
    private const int MostKnown = 4000;
    private const int MostKnownLength = 100;

    private readonly KnowledgeBase _knowledge;
    private readonly NameIndex _index;
    private readonly WordReader _reader;
    private readonly LanguageDetector _detector;

    // The same questions come again and again, from everybody; what was found for them stays true until a reload.
    private readonly ConcurrentDictionary<(string Question, Language? Saved), SearchResult> _known = new();

    [ThreadStatic]
    private static Ranking? _spare;

    private SearchIndex(KnowledgeBase knowledge, NameIndex index, WordReader reader, LanguageDetector detector)
    {
        _knowledge = knowledge;
        _index = index;
        _reader = reader;
        _detector = detector;
    }

    internal NameIndex Index => _index;

    internal IReadOnlyList<Entry> Entries => _knowledge.Entries;

    /// <summary>Builds the search over all entries in both languages.</summary>
    public static SearchIndex Build(KnowledgeBase knowledge)
    {
        var words = KnowledgeWords.Of(knowledge);
        var lexicon = new Lexicon();
        var reader = new WordReader(TrigramModel.Train(words.Keys), words.Has);
        var detector = LanguageDetector.Train(words.Evidence, words.IsShared);
        return new SearchIndex(knowledge, NameIndex.Build(knowledge, words, lexicon), reader, detector);
    }

    /// <inheritdoc/>
    public SearchResult Search(string question, Language? saved)
    {
        if (_known.TryGetValue((question, saved), out var known))
        {
            return known;
        }

        var result = Search(question, saved, without: -1, out _);
        if (question.Length <= MostKnownLength)
        {
            if (_known.Count >= MostKnown)
            {
                _known.Clear();
            }

            _known[(question, saved)] = result;
        }

        return result;
    }

    /// <summary>Searches as if one name were not there: how well would people be understood who ask by it?</summary>
    /// <param name="question">What was typed.</param>
    /// <param name="saved">The person's language.</param>
    /// <param name="without">The name; -1 for none.</param>
    /// <param name="evidence">What speaks for the first hit.</param>
    /// <param name="isExhaustive">Whether to look at every name: the same result, slowly.</param>
    internal SearchResult Search(
        string question, Language? saved, int without, out Evidence evidence, bool isExhaustive = false)
    {
        evidence = default;
        var words = _reader.Read(question.Length > MostLength ? question[..MostLength] : question);
        var odds = _detector.Evidence(words);
        var isSure = Math.Abs(odds) >= Tuning.SureEvidence;
        var language = isSure || saved is null ? odds >= 0 ? Language.Kazakh : Language.Russian : saved.Value;
        if (words.Count == 0)
        {
            return new SearchResult(language, isSure, SearchBand.Unknown, []);
        }

        var key = string.Join(' ', words.Select(word => word.Key));
        if (!isSure && saved is null && _index.TongueOf(key) is { } tongue)
        {
            // «афиша»: too short to tell by its letters, but only one language calls anything so.
            language = tongue == Tongue.Kazakh ? Language.Kazakh : Language.Russian;
            isSure = true;
        }

        var ranking = _spare?.Index == _index ? _spare : new Ranking(_index);
        _spare = null;
        Weigh(words, ranking, without);
        if (_index.TryExact(key, out var name) && name != without)
        {
            ranking.Crown(_index.Names[name].Entry);
        }

        Span<int> best = stackalloc int[MostHits];
        best = best[..ranking.Best(best, without, isExhaustive)];
        var band = SearchBand.Unknown;
        if (best.Length > 0)
        {
            evidence = ranking.EvidenceFor(best[0], best.Length > 1 ? best[1] : -1);
            band = Band(evidence);
        }

        var hits = new Hit[best.Length];
        for (var i = 0; i < hits.Length; i++)
        {
            hits[i] = new Hit(_knowledge.Entries[best[i]], Shown(ranking.ScoreOf(best[i])));
        }

        ranking.Clear();
        _spare = ranking;
        return new SearchResult(language, isSure, band, hits);
    }

    private void Weigh(IReadOnlyList<TypedWord> words, Ranking ranking, int without)
    {
        var count = Math.Min(words.Count, MostWords);
        for (var i = 0; i < count; i++)
        {
            var word = words[i];
            ranking.Cues |= QuestionCueWords.Of(word.Key, i + 1 < count ? words[i + 1].Key : "");
            _index.Lexicon.Find(word, _index.IsName, ranking.Found);
            if (ranking.Found.Count > 0)
            {
                var best = BestOf(ranking.Found);
                ranking.Add(_index.Weights[best.Word], without);
                if (best.Likeness > Tuning.SureWord)
                {
                    ranking.AddKinds(best.Word);
                }

                if (!FunctionWords.Contains(word.Key))
                {
                    ranking.Strange += _index.Weights[best.Word] * (1 - NameLikeness(ranking.Found));
                }
            }
            else if (!FunctionWords.Contains(word.Key))
            {
                ranking.AddUnknown(Tuning.UnknownShare * _index.MostWeight);
            }
        }
    }

    private float NameLikeness(List<(int Word, float Likeness)> found)
    {
        float most = 0;
        foreach (var (word, likeness) in found)
        {
            if (likeness > most && _index.IsEntryName(word))
            {
                most = likeness;
            }
        }

        return most;
    }

    private (int Word, float Likeness) BestOf(List<(int Word, float Likeness)> found)
    {
        var best = found[0];
        foreach (var hit in found)
        {
            if (hit.Likeness > best.Likeness
                || (hit.Likeness == best.Likeness && _index.Weights[hit.Word] < _index.Weights[best.Word]))
            {
                best = hit;
            }
        }

        return best;
    }

    private static double Shown(float score) =>
        score >= Ranking.Crowned ? 1 : Math.Round(Math.Min(score, Tuning.MostScore), 4);

    private static SearchBand Band(Evidence evidence)
    {
        var confidence = evidence.Score >= Ranking.Crowned ? 1 : Confidence.Of(evidence);
        return confidence >= Confidence.Answer ? SearchBand.Answer
            : confidence >= Confidence.DidYouMean ? SearchBand.DidYouMean
            : SearchBand.Unknown;
    }
}
