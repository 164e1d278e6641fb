using Ruhani.Bot.Knowledge;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Benchmarks.Speed;

/// <summary>
/// As many entries as one likes, made of words that look like the real ones: each is the beginning of one and the end
/// of another. A few hundred words are in every other phrase, most in few. The same for a seed.
/// </summary>
internal sealed class GeneratedKnowledge
{
    private const int WordsOfLanguage = 20_000;
    private readonly Random _random;
    private readonly KnowledgeBase _model;

    private GeneratedKnowledge(KnowledgeBase model, int seed)
    {
        _model = model;
        _random = new Random(seed);
    }

    public static KnowledgeBase Make(KnowledgeBase model, int entries, int seed)
    {
        var maker = new GeneratedKnowledge(model, seed);
        var kazakh = maker.Words(Language.Kazakh);
        var russian = maker.Words(Language.Russian);
        var kinds = Enum.GetValues<EntryKind>();
        return new KnowledgeBase(
        [
            .. Enumerable.Range(0, entries).Select(i => new Entry(
                $"generated.{i}",
                "generated",
                kinds[i % kinds.Length],
                [],
                "2018",
                "2018-12",
                maker.Half(kazakh),
                maker.Half(russian))),
        ]);
    }

    private EntryText Half(string[] words)
    {
        var text = RichText.Parse(Phrase(words, 120));
        return new EntryText(
            Phrase(words, 3),
            "generated",
            text,
            text,
            null,
            null,
            [.. Enumerable.Range(0, 8).Select(_ => Phrase(words, _random.Next(1, 4)))],
            [.. Enumerable.Range(0, 8).Select(_ => Phrase(words, _random.Next(3, 8)))]);
    }

    private string Phrase(string[] words, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => words[Rank(words.Length)]));

    // By Zipf's law, as words of a language are used.
    private int Rank(int count) => (int)Math.Pow(count, _random.NextDouble()) - 1;

    private string[] Words(Language language)
    {
        string[] real =
        [
            .. _model.Entries.Select(entry => entry.In(language))
                .SelectMany(half => half.Questions.Append(half.Text.ToString()))
                .SelectMany(text => text.ToLowerInvariant().Split(' ', '\n', '?', '.', ',', ':', ';', '«', '»', '•'))
                .Where(word => word.Length > 1 && word.All(char.IsLetter)),
        ];
        var words = real.GroupBy(word => word).OrderByDescending(group => group.Count())
            .Select(group => group.Key).Take(300).ToList();
        var seen = words.ToHashSet(StringComparer.Ordinal);
        while (words.Count < WordsOfLanguage)
        {
            var left = real[_random.Next(real.Length)];
            var right = real[_random.Next(real.Length)];
            var word = left[..((left.Length + 1) / 2)] + right[(right.Length / 2)..];
            if (word.Length > 3 && seen.Add(word))
            {
                words.Add(word);
            }
        }

        return [.. words];
    }
}
