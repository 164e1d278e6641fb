using System.Text;
using System.Text.RegularExpressions;

namespace Ruhani.Bot.Logo;

/// <summary>
/// Finds a request's number in what people type, paste or photograph: with small letters, letters of the other alphabet
/// or the other keyboard layout, any dashes, spaces or none; in a deep link, in the address of a code, in a sentence.
/// </summary>
public static partial class RequestNumberReader
{
    /// <summary>The first number in a text.</summary>
    public static RequestNumberReading Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return default;
        }

        var plain = Plain(text);
        foreach (Match match in Linked().Matches(plain))
        {
            if (RequestNumber.TryRead(match.Groups["digits"].Value, out var linked))
            {
                return new RequestNumberReading(linked, IsMistyped: false);
            }
        }

        var isMistyped = false;
        foreach (Match match in Written().Matches(plain))
        {
            if (RequestNumber.TryRead(Digits(match.Groups["body"].Value), out var written))
            {
                return new RequestNumberReading(written, IsMistyped: false);
            }

            isMistyped = true;
        }

        // Without its letters a number is one only when it stands alone and its check digit is right: twelve digits
        // may be anything else of a person's.
        return Bare().Match(plain) is { Success: true } bare
            && RequestNumber.TryRead(Digits(bare.Value), out var number)
                ? new RequestNumberReading(number, IsMistyped: false)
                : new RequestNumberReading(null, isMistyped);
    }

    // Full-width and other digits become plain ones; escapes of an address its characters. A number sign would become
    // letters.
    private static string Plain(string text)
    {
        try
        {
            var address = text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text;
            return address.Replace('№', ' ').Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static string Digits(string body)
    {
        var digits = new StringBuilder(12);
        foreach (var c in body)
        {
            var digit = c switch
            {
                >= '0' and <= '9' => c,
                'O' or 'o' or 'О' or 'о' => '0',
                'I' or 'l' or 'І' or 'і' or '|' => '1',
                _ => '\0',
            };
            if (digit != '\0')
            {
                digits.Append(digit);
            }
        }

        return digits.ToString();
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9])v_(?<digits>[0-9]{12})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Linked();

    // R as R, as the Cyrillic letter of its sound, as one of its look, as its key; and so for Z.
    [GeneratedRegex(
        @"(?<![\p{L}\p{Nd}])[RrРрPpКк][ZzЗз3Яя](?<body>(?:[\s\p{Pd}_./−+]*[0-9OoОоIlІі|]){12})(?![\p{L}\p{Nd}])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    [GeneratedRegex(
        @"\A\s*#?\s*[0-9](?:[\s\p{Pd}_./−]*[0-9]){11}\s*\.?\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();
}
