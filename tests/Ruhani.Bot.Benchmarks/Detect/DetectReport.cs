using System.Globalization;
using Ruhani.Bot.Benchmarks.Morphology;
using Ruhani.Bot.Benchmarks.Quality;
using Ruhani.Bot.Content;
using Ruhani.Bot.Knowledge;
using Ruhani.Bot.Testing;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Benchmarks.Detect;

/// <summary>
/// <c>detect [--misses]</c>: how often the language of a message is told rightly, by the way it is typed: of the
/// questions with known answers, and of words in a row from texts the bot never learnt from. 97 % are to be right
/// where a message has two words or more. Misses are shown only where one may tune on them. The saved language of a
/// person, which decides in doubt, is not there.
/// </summary>
internal static class DetectReport
{
    private const string Tuned = "questions.tsv";
    private const string Halved = "asked.tsv";
    private const double Least = 0.97;

    private static readonly int[] Lengths = [1, 2, 3, 6];

    public static int Run(string[] args)
    {
        var knowledge = KnowledgeLoader.Load(new ContentFolder(Repository.Root), []);
        var search = SearchIndex.Build(knowledge);
        var misses = args.Contains("--misses");
        foreach (var file in (string[])[Tuned, Halved, "held-out.tsv"])
        {
            Questions(search, file, misses);
        }

        Windows(search, "Kazakh sentences", Treebank.Sentences(Treebank.Kazakh), Language.Kazakh);
        Windows(search, "Kazakh questions", KazakhQuestions(), Language.Kazakh);
        Windows(search, "Russian sentences", Treebank.Sentences(Treebank.Russian), Language.Russian);
        return 0;
    }

    private static void Questions(SearchIndex search, string file, bool misses)
    {
        var path = Repository.Path("tests", "Ruhani.Bot.Content.Tests", file);
        if (!File.Exists(path))
        {
            Console.WriteLine($"Skipped: {path} is not there.");
            return;
        }

        Console.WriteLine();
        Console.WriteLine($"{file,-26}{"rows",7}{"right",8}{"two words and more",20}");
        foreach (var style in AskedQuestion.ReadFile(path).GroupBy(question => question.Style)
            .OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            bool[] all = [.. style.Select(question => IsRight(search, question))];
            bool[] longer =
                [.. style.Where(question => question.Text.Contains(' ')).Select(question => IsRight(search, question))];
            Console.WriteLine($"{style.Key,-26}{all.Length,7}{Share(all),8}{Share(longer),14}{Held(longer),6}");
            foreach (var question in style.Where(question =>
                misses && (file == Tuned || (file == Halved && question.IsForTuning)) && !IsRight(search, question)))
            {
                Console.WriteLine($"  {question.Language.Code()} {question.Text}");
            }
        }
    }

    private static void Windows(SearchIndex search, string what, IReadOnlyList<string>? texts, Language language)
    {
        if (texts is null)
        {
            return;
        }

        Console.WriteLine();
        Console.WriteLine(
            $"{what,-26}" + string.Concat(Lengths.Select(words => $"{(words == 1 ? "1 word" : words + " words"),10}")));
        var rows = Lengths.SelectMany(words => MessageWindows.Of(texts, words, 20261126)
                .SelectMany(text => MessageWindows.Typed(language, text))
                .Select(typed => (words, typed.Style, IsRight: Told(search, typed.Text) == language)))
            .ToLookup(row => row.Style);
        foreach (var style in rows)
        {
            Console.WriteLine($"{style.Key,-26}" + string.Concat(Lengths.Select(words =>
                $"{Share([.. style.Where(row => row.words == words).Select(row => row.IsRight)]),10}")));
        }
    }

    private static string[]? KazakhQuestions()
    {
        if (SharedFolder.Find(Path.Combine("language-data", "KazQAD")) is { } folder)
        {
            return [.. Directory.GetFiles(folder, "*.tsv").Order(StringComparer.Ordinal)
                .SelectMany(File.ReadLines).Select(line => line.Split('\t')).Where(row => row.Length > 1)
                .Select(row => row[1])];
        }

        Console.WriteLine("Skipped: KazQAD is not in ../shared/language-data (or where RUHANI_SHARED points).");
        return null;
    }

    private static bool IsRight(SearchIndex search, AskedQuestion question) =>
        Told(search, question.Text) == question.Language;

    private static Language Told(SearchIndex search, string text) => search.Search(text, null, -1, out _).Language;

    private static string Held(bool[] right) =>
        right.Length == 0 ? "" : right.Count(one => one) >= Least * right.Length ? "held" : "no";

    private static string Share(bool[] right) => right.Length == 0
        ? "–"
        : (100d * right.Count(one => one) / right.Length).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
