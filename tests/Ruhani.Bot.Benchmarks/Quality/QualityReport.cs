using System.Diagnostics;
using System.Globalization;
using Ruhani.Bot.Content;
using Ruhani.Bot.Knowledge;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Benchmarks.Quality;

/// <summary>
/// <c>quality [questions.tsv] [--misses] [--fit]</c>: how well questions are understood, by style, and whether what
/// must hold does. Without a file it reads the rows for developing, which the search is tuned on: their figures flatter
/// it; then the half of <c>asked.tsv</c> that nothing is tuned on. Then every title, and every authored question as if
/// it were not there, clean and spoilt.
/// </summary>
internal static class QualityReport
{
    public static int Run(string[] args)
    {
        var root = Root();
        var problems = new List<ContentProblem>();
        var knowledge = KnowledgeLoader.Load(new ContentFolder(root), problems);
        var start = Stopwatch.GetTimestamp();
        var search = SearchIndex.Build(knowledge);
        var built = Stopwatch.GetElapsedTime(start);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{knowledge.Entries.Count} entries, {search.Index.Names.Count} names, {built.TotalMilliseconds:0} ms"));
        var misses = args.Contains("--misses");
        var file = args.FirstOrDefault(arg => !arg.StartsWith('-'));
        var tests = Path.Combine(root, "tests");
        var questions = file is null ? ForDeveloping(tests) : AskedQuestion.ReadFile(file);
        if (args.Contains("--fit"))
        {
            ConfidenceFit.Run(search, questions);
            return 0;
        }

        AskFile(search, file ?? "the rows for developing, tuned on", questions, misses);
        if (file is null)
        {
            AskedQuestion[] apart = [.. Asked(tests, isForTuning: false)];
            AskFile(search, "asked.tsv, the half that nothing is tuned on", apart, misses: false);
        }

        AskOwn(knowledge, search);
        return 0;
    }

    private static AskedQuestion[] ForDeveloping(string tests) =>
    [
        .. AskedQuestion.ReadFile(Path.Combine(tests, "Ruhani.Bot.Content.Tests", "questions.tsv")),
        .. AskedQuestion.ReadFile(Path.Combine(tests, "Ruhani.Bot.Tests", "Knowledge", "outside.tsv")),
        .. Asked(tests, isForTuning: true),
    ];

    private static IEnumerable<AskedQuestion> Asked(string tests, bool isForTuning) =>
        AskedQuestion.ReadFile(Path.Combine(tests, "Ruhani.Bot.Content.Tests", "asked.tsv"))
            .Where(question => question.IsForTuning == isForTuning);

    private static void AskFile(
        SearchIndex search, string what, IReadOnlyList<AskedQuestion> questions, bool misses)
    {
        var tallies = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        var mustHold = new MustHold();
        foreach (var question in questions)
        {
            var result = search.Search(question.Text, null);
            Of(tallies, question.IsUnknowable ? "unknowable, " + question.Style : question.Style).Add(question, result);
            mustHold.Add(question, result);
            if (misses && IsMiss(question, result))
            {
                Console.WriteLine(
                    $"  {question.Style} «{question.Text}» {string.Join('|', question.Expected)} → {result.Band}: "
                    + string.Join(", ", result.Hits.Take(3).Select(hit => $"{hit.Entry.Id} {hit.Score:0.00}")));
            }
        }

        Print(what, tallies);
        mustHold.Print();
    }

    private static bool IsMiss(AskedQuestion question, SearchResult result) => question.IsUnknowable
        ? result.Band == SearchBand.Answer
        : result.Band != SearchBand.Answer || !question.Expected.Contains(result.Hits[0].Entry.Id);

    private static void AskOwn(KnowledgeBase knowledge, SearchIndex search)
    {
        var titles = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        var questions = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        var seed = 1;
        foreach (var entry in knowledge.Entries)
        {
            foreach (var language in Languages.All)
            {
                var half = entry.In(language);
                foreach (var (style, text) in Noise.Of(language, half.Title, seed++))
                {
                    Ask(titles, entry, language, style, text, -1);
                }

                foreach (var question in half.Questions)
                {
                    var name = search.Index.Names.Index().First(name => name.Item.Text == question).Index;
                    Ask(questions, entry, language, "clean " + language.Code(), question, name);
                    foreach (var (style, text) in Noise.Of(language, question, seed++))
                    {
                        Ask(questions, entry, language, style, text, name);
                    }
                }
            }
        }

        Print("titles", titles);
        Print("authored questions, each as if it were not there", questions);

        void Ask(
            SortedDictionary<string, Tally> to, Entry entry, Language language, string style, string text, int without)
        {
            var result = search.Search(text, null, without, out _);
            Of(to, style).Add(new AskedQuestion(language, style, text, [entry.Id]), result);
        }
    }

    private static Tally Of(SortedDictionary<string, Tally> tallies, string style) =>
        tallies.TryGetValue(style, out var tally) ? tally : tallies[style] = new Tally();

    private static void Print(string title, SortedDictionary<string, Tally> tallies)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        Console.WriteLine(Tally.Header);
        foreach (var (style, tally) in tallies)
        {
            Console.WriteLine(tally.Row(style));
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ruhani.Bot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The repository is in no folder above.");
    }
}
