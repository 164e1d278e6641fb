using System.Globalization;
using Ruhani.Bot.Knowledge;

namespace Ruhani.Bot.Benchmarks.Quality;

/// <summary>Counts how searches of one style ended.</summary>
internal sealed class Tally
{
    private int _count;
    private int _answeredRight;
    private int _answeredWrong;
    private int _first;
    private int _three;
    private int _language;
    private int _worded;

    public static string Header =>
        $"{"style",-24}{"rows",6}{"answered right",16}{"answered wrong",16}{"first",9}{"in three",10}{"language",10}";

    public void Add(AskedQuestion question, SearchResult result)
    {
        _count++;
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

    public string Row(string style) => string.Create(
        CultureInfo.InvariantCulture,
        $"{style,-24}{_count,6}{Share(_answeredRight, _count),16}{Share(_answeredWrong, _count),16}")
        + $"{Share(_first, _count),9}{Share(_three, _count),10}{Share(_language, _worded),10}";

    private static string Share(int part, int whole) =>
        whole == 0 ? "–" : (100d * part / whole).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
