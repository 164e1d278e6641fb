using System.Text;

namespace Ruhani.Bot.Linguistics.Answers;

/// <summary>
/// Reads phone numbers with any punctuation and words around them. A number of Kazakhstan may begin with +7, 8, 7 or
/// its city's or network's code; one of Russia, which shares +7, with +7 or 8; one of another country with + (or 00,
/// 8-10) and 8 to 15 digits, the bounds of ITU-T E.164. Codes in use: national numbering plan of Kazakhstan,
/// 70x 74x–77x mobile and 71x 72x geographic.
/// </summary>
public static class PhoneReader
{
    private const int National = 10;
    private const int LeastForeign = 8;
    private const int MostDigits = 15;

    // Fewer digits beside a number are its place in a list, a room, an extension.
    private const int LeastLocal = 5;

    /// <summary>Reads an answer.</summary>
    public static PhoneReading Read(string text)
    {
        if (IinDetector.Contains(text))
        {
            return new PhoneReading.Refused(PhoneFault.Iin);
        }

        var runs = PhoneRuns.Of(TextCleaner.Clean(text));
        var numbers = runs.Where(run => run.Digits.Length >= LeastLocal).ToList();
        if (numbers.Count != 1)
        {
            return new PhoneReading.Refused(
                numbers.Count > 1 ? PhoneFault.Several : runs.Count > 0 ? PhoneFault.TooShort : PhoneFault.NoNumber);
        }

        var reading = Read(numbers[0]);
        var extension = runs.FirstOrDefault(run => run.IsExtension);
        return reading is PhoneReading.Found found && extension is not null
            ? found with { Extension = extension.Digits }
            : reading;
    }

    /// <summary>
    /// The number as people write it: <c>+7 7172 74 14 92</c>, <c>+7 701 000 00 00</c>; one of another country as it
    /// is.
    /// </summary>
    public static string Format(string e164)
    {
        if (e164.Length != National + 2 || !e164.StartsWith("+7", StringComparison.Ordinal))
        {
            return e164;
        }

        var number = e164[2..];
        var code = CityCodes.LengthOf(number);
        var written = new StringBuilder("+7 ").Append(number, 0, code);
        var rest = National - code;
        if (rest % 2 == 1)
        {
            var odd = rest == 7 ? 3 : 1;
            written.Append(' ').Append(number, code, odd);
            code += odd;
        }

        for (; code < National; code += 2)
        {
            written.Append(' ').Append(number, code, 2);
        }

        return written.ToString();
    }

    private static PhoneReading Read(PhoneRun run)
    {
        var digits = run.Digits;
        var isForeign = run.HasPlus;
        foreach (var prefix in (string[])["00", "810"])
        {
            if (!isForeign && digits.Length > National + 1 && digits.StartsWith(prefix, StringComparison.Ordinal))
            {
                digits = digits[prefix.Length..];
                isForeign = true;
            }
        }

        if (digits.Length == 0 || digits[0] == '0')
        {
            return new PhoneReading.Refused(PhoneFault.UnknownCode);
        }

        // «+8 701…» is the 8 of a call within the country with a plus too many.
        var isOurs = digits[0] == '7' || (digits[0] == '8' && (!isForeign || digits[1..].StartsWith('7')));
        if (isOurs && digits.Length > National)
        {
            return digits.Length > National + 1 ? Refused(PhoneFault.TooLong) : OfCode7(digits[1..]);
        }

        if (!isForeign)
        {
            return digits.Length < National ? Refused(PhoneFault.TooShort)
                : digits.Length > MostDigits ? Refused(PhoneFault.TooLong)
                : digits.Length == National && digits[0] == '7' ? OfCode7(digits)
                : digits.Length == National && digits[0] == '8' ? Refused(PhoneFault.TooShort)
                : Refused(PhoneFault.UnknownCode);
        }

        return digits.Length < LeastForeign || isOurs ? Refused(PhoneFault.TooShort)
            : digits.Length > MostDigits ? Refused(PhoneFault.TooLong)
            : new PhoneReading.Found("+" + digits);
    }

    private static PhoneReading OfCode7(string national) => (national[0], national[1]) switch
    {
        ('7', '0' or '1' or '2' or (>= '4' and <= '7')) => new PhoneReading.Found("+7" + national),
        ('3' or '4' or '8' or '9', _) => new PhoneReading.Found("+7" + national),
        _ => Refused(PhoneFault.UnknownCode),
    };

    private static PhoneReading.Refused Refused(PhoneFault fault) => new(fault);
}
