using System.Globalization;

namespace Ruhani.Bot.Linguistics.Answers;

/// <summary>
/// Finds the individual identification numbers of Kazakhstan (ИИН, ЖСН) in text, so that no dialog keeps one: twelve
/// digits, whole or in groups of three and more, that begin with a birth date (YYMMDD), have 0–6 for century and sex,
/// and end in the right check digit (weights 1–11, then 3–11, 1, 2; numbers by the law on national registers of
/// identification numbers of 2007).
/// A company's number (БИН) is none.
/// </summary>
public static class IinDetector
{
    private const int Length = 12;
    private const int LeastGroup = 3;
    private const char Masked = '•';

    /// <summary>Whether the text holds one.</summary>
    public static bool Contains(string text) => Find(text).Count > 0;

    /// <summary>The text with every digit of every such number as <c>•</c>.</summary>
    public static string Mask(string text)
    {
        var found = Find(text);
        if (found.Count == 0)
        {
            return text;
        }

        var masked = text.ToCharArray();
        foreach (var at in found.SelectMany(places => places))
        {
            masked[at] = Masked;
        }

        return new string(masked);
    }

    // The places of the digits of each.
    private static List<List<int>> Find(string text)
    {
        var found = new List<List<int>>();
        var groups = Groups(text);
        for (var first = 0; first < groups.Count; first++)
        {
            var places = new List<int>();
            for (var last = first; last < groups.Count && places.Count < Length; last++)
            {
                if ((last > first && !groups[last].IsJoined) || (groups[last].Places.Count < LeastGroup))
                {
                    break;
                }

                places.AddRange(groups[last].Places);
            }

            if (places.Count == Length && IsIin([.. places.Select(at => Digit(text[at]))]))
            {
                found.Add(places);
            }
        }

        return found;
    }

    // Runs of digits; joined to the one before by one space or dash, or what can't be seen.
    private static List<(List<int> Places, bool IsJoined)> Groups(string text)
    {
        var groups = new List<(List<int> Places, bool IsJoined)>();
        var visible = int.MaxValue;
        var isWithin = false;
        for (var at = 0; at < text.Length; at++)
        {
            if (Digit(text[at]) >= 0)
            {
                if (isWithin)
                {
                    groups[^1].Places.Add(at);
                }
                else
                {
                    groups.Add(([at], visible <= 1));
                }

                (isWithin, visible) = (true, 0);
            }
            else if (char.GetUnicodeCategory(text[at]) != UnicodeCategory.Format)
            {
                isWithin = false;
                var joins = char.IsWhiteSpace(text[at])
                    || char.GetUnicodeCategory(text[at]) == UnicodeCategory.DashPunctuation;
                visible = joins && visible < 1 ? 1 : int.MaxValue;
            }
        }

        return groups;
    }

    private static bool IsIin(int[] digits)
    {
        var month = (digits[2] * 10) + digits[3];
        var day = (digits[4] * 10) + digits[5];
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(Year(digits), month) || digits[6] > 6)
        {
            return false;
        }

        var check = Sum(digits, shift: 0) % 11;
        check = check == 10 ? Sum(digits, shift: 2) % 11 : check;
        return check == digits[11];
    }

    private static int Year(int[] digits) =>
        ((digits[6] switch { 1 or 2 => 18, 5 or 6 => 20, _ => 19 }) * 100) + (digits[0] * 10) + digits[1];

    private static int Sum(int[] digits, int shift)
    {
        var sum = 0;
        for (var i = 0; i < Length - 1; i++)
        {
            sum += digits[i] * (((i + shift) % (Length - 1)) + 1);
        }

        return sum;
    }

    private static int Digit(char symbol) => CharUnicodeInfo.GetDecimalDigitValue(symbol);
}
