using System.Diagnostics;
using System.Globalization;
using Ruhani.Bot.Content;
using Ruhani.Bot.Knowledge;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Benchmarks.Quality;

/// <summary>
/// <c>quality [questions.tsv] [--misses]</c>: how well questions are understood, by style. Even rows of the file may
/// have been tuned on and are told apart from odd ones. Then every title, and every authored question as if it were
/// not there, clean and spoilt.
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
        var file = args.FirstOrDefault(arg => !arg.StartsWith('-'))
            ?? Path.Combine(root, "tests", "Ruhani.Bot.Content.Tests", "questions.tsv");
        if (File.Exists(file))
        {
            AskFile(search, AskedQuestion.ReadFile(file), args.Contains("--misses"));
        }

        var outside = Path.Combine(root, "tests", "Ruhani.Bot.Tests", "Knowledge", "outside.tsv");
        if (File.Exists(outside))
        {
            AskFile(search, AskedQuestion.ReadFile(outside), args.Contains("--misses"));
        }

        AskOwn(knowledge, search);
        return 0;
    }

    private static void AskFile(SearchIndex search, IReadOnlyList<AskedQuestion> questions, bool misses)
    {
        foreach (var half in (int[])[0, 1])
        {
            var tallies = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
            foreach (var question in questions.Where((_, i) => i % 2 == half))
            {
                var result = search.Search(question.Text, null);
                var style = question.IsUnknowable ? "unknowable, " + question.Style : question.Style;
                Of(tallies, style).Add(question, result);
                if (!question.IsUnknowable)
                {
                    Of(tallies, "all").Add(question, result);
                }

                if (misses && half == 0 && IsMiss(question, result))
                {
                    Console.WriteLine(
                        $"  {question.Style} «{question.Text}» {string.Join('|', question.Expected)} → {result.Band}: "
                        + string.Join(", ", result.Hits.Take(3).Select(hit => $"{hit.Entry.Id} {hit.Score:0.00}")));
                }
            }

            Print($"questions of the file, {(half == 0 ? "even rows" : "odd rows (held out)")}", tallies);
        }
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
