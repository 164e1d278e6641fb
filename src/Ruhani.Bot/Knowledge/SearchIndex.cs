using System.Collections.Concurrent;
using Ruhani.Bot.Knowledge.Search;
using Ruhani.Bot.Linguistics;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Knowledge;

/// <summary>
/// The search in memory. Every typed word is read whatever its script or layout, led to the words of the knowledge (the
/// same, another form, a likely slip), and every name of every entry is weighed by how much of it the question covers and
/// how much of the question it accounts for. Immutable; a reload builds a new one.
/// </summary>
public sealed class SearchIndex : IKnowledgeSearch
{
    private const int MostHits = 5;
    private const int MostLength = 1000;
    private const int MostWords = 60;

    private readonly KnowledgeBase _knowledge;
    private readonly NameIndex _index;
    private readonly WordReader _reader;
    private readonly LanguageDetector _detector;
    private readonly ConcurrentBag<Ranking> _rankings = [];

    private SearchIndex(KnowledgeBase knowledge, NameIndex index, WordReader reader, LanguageDetector detector)
    {
        _knowledge = knowledge;
        _index = index;
        _reader = reader;
        _detector = detector;
    }

    internal NameIndex Index => _index;

    /// <summary>Builds the search over all entries in both languages.</summary>
    public static SearchIndex Build(KnowledgeBase knowledge)
    {
        var words = KnowledgeWords.Of(knowledge);
        var lexicon = new Lexicon();
        var reader = new WordReader(TrigramModel.Train(words.Keys), key => words.Has(key));
        var detector = LanguageDetector.Train(words.Evidence, words.IsShared);
        return new SearchIndex(knowledge, NameIndex.Build(knowledge, reader, lexicon), reader, detector);
    }

    /// <inheritdoc/>
    public SearchResult Search(string question, Language? saved) => Search(question, saved, without: -1);

    /// <summary>Searches as if one name were not there: how well would people be understood who ask by it?</summary>
    internal SearchResult Search(string question, Language? saved, int without)
    {
        var words = _reader.Read(question.Length > MostLength ? question[..MostLength] : question);
        var evidence = _detector.Evidence(words);
        var isSure = Math.Abs(evidence) >= Tuning.SureEvidence;
        var language = isSure || saved is null ? evidence >= 0 ? Language.Kazakh : Language.Russian : saved.Value;
        if (words.Count == 0)
        {
            return new SearchResult(language, isSure, SearchBand.Unknown, []);
        }

        var ranking = _rankings.TryTake(out var free) ? free : new Ranking(_index);
        Weigh(words, ranking, without);
        var exact = _index.TryExact(string.Join(' ', words.Select(word => word.Key)), out var name) && name != without
            ? _index.Names[name].Entry
            : -1;
        var hits = Hits(ranking, exact);
        var band = exact >= 0 ? SearchBand.Answer : Band(hits);
        ranking.Clear();
        _rankings.Add(ranking);
        return new SearchResult(language, isSure, band, hits);
    }

    /// <summary>The evidence a band is drawn from, for calibrating; null when nothing was found.</summary>
    internal Evidence? Weigh(string question, int without)
    {
        var words = _reader.Read(question);
        var ranking = new Ranking(_index);
        Weigh(words, ranking, without);
        var order = Enumerable.Range(0, _index.EntryCount).OrderByDescending(entry => ranking.Scores[entry]).Take(2).ToArray();
        return ranking.Scores[order[0]] <= 0 ? null : ranking.EvidenceFor(order[0], order[1]);
    }

    private void Weigh(IReadOnlyList<TypedWord> words, Ranking ranking, int without)
    {
        var count = Math.Min(words.Count, MostWords);
        for (var i = 0; i < count; i++)
        {
            var word = words[i];
            ranking.Cues |= QuestionCueWords.Of(word.Key);
            _index.Lexicon.Find(word, _index.IsName, ranking.Found);
            if (ranking.Found.Count > 0)
            {
                var best = BestOf(ranking.Found);
                ranking.Add(_index.Weights[best.Word], without);
                if (best.Likeness > Tuning.SureWord)
                {
                    ranking.AddKinds(best.Word);
                }
            }
            else if (!FunctionWords.Contains(word.Key))
            {
                ranking.AddUnknown(Tuning.UnknownShare * _index.MostWeight);
            }
        }

        ranking.Finish();
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

    private Hit[] Hits(Ranking ranking, int exact)
    {
        Span<int> best = stackalloc int[MostHits];
        var count = 0;
        for (var entry = 0; entry < ranking.Scores.Length; entry++)
        {
            var score = Score(ranking, entry, exact);
            if (score <= 0.05f)
            {
                continue;
            }

            var at = count;
            while (at > 0 && Score(ranking, best[at - 1], exact) < score)
            {
                if (at < MostHits)
                {
                    best[at] = best[at - 1];
                }

                at--;
            }

            if (at < MostHits)
            {
                best[at] = entry;
                count = Math.Min(count + 1, MostHits);
            }
        }

        var hits = new Hit[count];
        for (var i = 0; i < count; i++)
        {
            hits[i] = new Hit(_knowledge.Entries[best[i]], Math.Round(Score(ranking, best[i], exact), 4));
        }

        return hits;
    }

    private static float Score(Ranking ranking, int entry, int exact) =>
        entry == exact ? 1 : Math.Min(0.995f, ranking.Scores[entry]);

    private static SearchBand Band(Hit[] hits)
    {
        if (hits.Length == 0 || hits[0].Score < Tuning.DidYouMean)
        {
            return SearchBand.Unknown;
        }

        var margin = hits.Length > 1 ? hits[0].Score - hits[1].Score : 1;
        return hits[0].Score >= Tuning.Answer && margin >= Tuning.Margin ? SearchBand.Answer : SearchBand.DidYouMean;
    }
}
