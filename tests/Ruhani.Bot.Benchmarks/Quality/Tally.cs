using System.Globalization;
using Ruhani.Bot.Knowledge;

namespace Ruhani.Bot.Benchmarks.Quality;

/// <summary>Counts how searches of one style ended.</summary>
internal sealed class Tally
{
    private int _answeredRight;
    private int _answeredWrong;
    private int _first;
    private int _three;
    private int _language;
    private int _worded;

    public static string Header =>
        $"{"style",-24}{"rows",6}{"answered right",16}{"answered wrong",16}{"first",9}{"in three",10}{"language",10}";

    public int Count { get; private set; }

    /// <summary>How much was answered, and with the right entry.</summary>
    public double Right => Part(_answeredRight, Count);

    /// <summary>How much was answered with a wrong entry.</summary>
    public double Wrong => Part(_answeredWrong, Count);

    /// <summary>How often the right entry was the first, answered or asked back.</summary>
    public double First => Part(_first, Count);

    /// <summary>How often the right entry was among the first three.</summary>
    public double Three => Part(_three, Count);

    /// <summary>How often the language was told rightly where there were two words or more.</summary>
    public double Language => Part(_language, _worded);

    public void Add(AskedQuestion question, SearchResult result)
    {
        Count++;
        var first = result.Hits.Count > 0 && question.Expected.Contains(result.Hits[0].Entry.Id);
        var answered = result.Band == SearchBand.Answer;
        _first += first ? 1 : 0;
        _three += result.Hits.Take(3).Any(hit => question.Expected.Contains(hit.Entry.Id)) ? 1 : 0;
        _answeredRight += answered && first ? 1 : 0;
        _answeredWrong += answered && !first ? 1 : 0;
        if (question.Text.Contains(' '))
        {
            _worded++;
            _language += result.Language == question.Language ? 1 : 0;
        }
    }

    public string Row(string style) =>
        $"{style,-24}{Count,6}{Shown(Right),16}{Shown(Wrong),16}{Shown(First),9}{Shown(Three),10}{Shown(Language),10}";

    /// <summary>A part in percent, for a column.</summary>
    public static string Shown(double part) =>
        double.IsNaN(part) ? "–" : part.ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private static double Part(int part, int whole) => whole == 0 ? double.NaN : 100d * part / whole;
}
