using System.Globalization;
using Ruhani.Bot.Knowledge;
using Ruhani.Bot.Knowledge.Search;

namespace Ruhani.Bot.Benchmarks.Quality;

/// <summary>
/// <c>quality --fit</c>: fits the weights of the confidence on the rows for developing, on every authored question as
/// if it were not there, and on every phrase of what is outside, likewise. Prints them in the order of the features.
/// </summary>
internal static class ConfidenceFit
{
    private const int Count = Confidence.Count;
    private const int Rounds = 30;

    // Rows typed as people do count more than what is written for the search.
    private const double Typed = 3;
    private const double Written = 0.4;

    // Keeps the weights small: what a standard deviation of a feature may cost.
    private const double Shrink = 2;

    public static void Run(SearchIndex search, IReadOnlyList<AskedQuestion> questions)
    {
        var rows = new List<Row>();
        foreach (var question in questions)
        {
            Add(rows, search, question.Text, -1, question.Expected, Typed);
        }

        foreach (var (at, name) in search.Index.Names.Index())
        {
            if (name.Entry >= search.Entries.Count)
            {
                Add(rows, search, name.Text, at, [], Written);
            }
            else if (name.IsQuestion)
            {
                Add(rows, search, name.Text, at, [search.Entries[name.Entry].Id], Written);
            }
        }

        var spread = Spread(rows);
        var weights = new double[Count];
        for (var round = 0; round < Rounds; round++)
        {
            Step(rows, spread, weights);
        }

        Console.WriteLine($"{rows.Count} rows");
        Console.WriteLine(string.Join(
            ", ", weights.Select(weight => weight.ToString("0.000", CultureInfo.InvariantCulture) + "f")));
    }

    private static void Add(
        List<Row> rows, SearchIndex search, string text, int without, IReadOnlyList<string> expected, double counts)
    {
        var result = search.Search(text, null, without, out var evidence);
        if (result.Hits.Count > 0 && evidence.Score < Ranking.Crowned)
        {
            var features = new float[Count];
            Confidence.Fill(evidence, features);
            rows.Add(new Row(features, expected.Contains(result.Hits[0].Entry.Id), counts));
        }
    }

    private static double[] Spread(List<Row> rows)
    {
        var spread = new double[Count];
        for (var i = 1; i < Count; i++)
        {
            var mean = rows.Average(row => row.Features[i]);
            spread[i] = rows.Average(row => Math.Pow(row.Features[i] - mean, 2));
        }

        return spread;
    }

    // Newton's method on the likelihood.
    private static void Step(List<Row> rows, double[] spread, double[] weights)
    {
        var slope = new double[Count];
        var bend = new double[Count, Count];
        for (var i = 0; i < Count; i++)
        {
            slope[i] = -Shrink * spread[i] * weights[i];
            bend[i, i] = (Shrink * spread[i]) + 1e-9;
        }

        foreach (var row in rows)
        {
            double odds = 0;
            for (var i = 0; i < Count; i++)
            {
                odds += weights[i] * row.Features[i];
            }

            var likely = 1 / (1 + Math.Exp(-odds));
            for (var i = 0; i < Count; i++)
            {
                slope[i] += row.Counts * ((row.IsRight ? 1 : 0) - likely) * row.Features[i];
                for (var j = 0; j < Count; j++)
                {
                    bend[i, j] += row.Counts * likely * (1 - likely) * row.Features[i] * row.Features[j];
                }
            }
        }

        Solve(bend, slope);
        for (var i = 0; i < Count; i++)
        {
            weights[i] += slope[i];
        }
    }

    // The matrix is positive definite: no rows need to be exchanged.
    private static void Solve(double[,] matrix, double[] right)
    {
        for (var i = 0; i < Count; i++)
        {
            for (var row = 0; row < Count; row++)
            {
                if (row == i)
                {
                    continue;
                }

                var times = matrix[row, i] / matrix[i, i];
                right[row] -= times * right[i];
                for (var column = i; column < Count; column++)
                {
                    matrix[row, column] -= times * matrix[i, column];
                }
            }
        }

        for (var i = 0; i < Count; i++)
        {
            right[i] /= matrix[i, i];
        }
    }

    private sealed record Row(float[] Features, bool IsRight, double Counts);
}
