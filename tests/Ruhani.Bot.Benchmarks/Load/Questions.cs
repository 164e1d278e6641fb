using System.Globalization;

namespace Ruhani.Bot.Benchmarks.Load;

/// <summary>What people ask, from the set of questions.</summary>
internal static class Questions
{
    private const string Letters = "абвгдежзийклмнопрстуфхцчшыіңғүұқөһәя";

    public static IReadOnlyList<string> Real()
    {
        var file = Path.Combine(Bots.Root, "tests", "Ruhani.Bot.Content.Tests", "questions.tsv");

        // A wish for another language is answered by the offer of both, so the first one brings one message, not two.
        return [.. File.ReadLines(file).Skip(1).Select(line => line.Split('\t'))
            .Where(row => row[3] != "dialog.language").Select(row => row[2])];
    }

    /// <summary>
    /// As many as asked for, none twice: real ones with a number, a wrong letter, or a word of another question.
    /// </summary>
    public static IReadOnlyList<string> Distinct(int count)
    {
        var real = Real();
        var words = real.SelectMany(question => question.Split(' ')).Distinct(StringComparer.Ordinal).ToArray();
        var random = new Random(1);
        var questions = new HashSet<string>(count, StringComparer.Ordinal);
        for (var i = 0; questions.Count < count; i++)
        {
            var question = real[i % real.Count];
            questions.Add(random.Next(3) switch
            {
                0 => string.Create(CultureInfo.InvariantCulture, $"{question} {random.Next(count)}"),
                1 => Misspell(question, random),
                _ => Insert(question, words[random.Next(words.Length)], random),
            });
        }

        return [.. questions];
    }

    private static string Misspell(string question, Random random)
    {
        var at = random.Next(question.Length);
        return $"{question[..at]}{Letters[random.Next(Letters.Length)]}{question[(at + 1)..]}";
    }

    private static string Insert(string question, string word, Random random)
    {
        var words = question.Split(' ').ToList();
        words.Insert(random.Next(words.Count + 1), word);
        return string.Join(' ', words);
    }
}
