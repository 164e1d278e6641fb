namespace Ruhani.Bot.Linguistics;

/// <summary>How alike two words are when one of them may be mistyped, inflected, or both.</summary>
public static class EditDistance
{
    private const int Longest = 40;
    private const float TailCost = 0.3f;

    /// <summary>
    /// 1 for equal words, 0 for unlike ones: one minus the cheapest way from one word to the other over the length of
    /// the shorter. Inserted, dropped, changed and swapped neighbouring letters cost 1 each (Damerau, optimal string
    /// alignment), letters that only go on at the end of one word 0.3 each. Words over 40 letters count as unlike.
    /// </summary>
    public static float PrefixSimilarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.Length == 0 || right.Length == 0 || left.Length > Longest || right.Length > Longest)
        {
            return 0;
        }

        var width = right.Length + 1;
        Span<byte> before = stackalloc byte[width];
        Span<byte> above = stackalloc byte[width];
        Span<byte> row = stackalloc byte[width];
        for (var j = 0; j < width; j++)
        {
            above[j] = (byte)j;
        }

        float best = float.MaxValue;
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = (byte)i;
            for (var j = 1; j < width; j++)
            {
                var change = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                var cost = Math.Min(change, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    cost = Math.Min(cost, before[j - 2] + 1);
                }

                row[j] = (byte)cost;
            }

            best = Math.Min(best, row[width - 1] + (TailCost * (left.Length - i)));
            if (i == left.Length)
            {
                for (var j = 1; j < width; j++)
                {
                    best = Math.Min(best, row[j] + (TailCost * (right.Length - j)));
                }
            }

            var free = before;
            before = above;
            above = row;
            row = free;
        }

        return Math.Max(0, 1 - (best / Math.Min(left.Length, right.Length)));
    }
}
