using System.Globalization;

namespace Ruhani.Bot.Logo;

/// <summary>
/// A request as a button or a timer carries it, <c>012027000425.3</c>: its number, and the version that was shown or
/// the place in the audit it is about. So short that it fits a button on every network.
/// </summary>
/// <param name="Number">As it is written, <c>RZ-01-2027-00042-5</c>.</param>
/// <param name="Mark">The version, or the place; 0 when only the number was given.</param>
public readonly record struct LogoTicket(string Number, int Mark)
{
    /// <summary>A request as it is now.</summary>
    public static LogoTicket Of(LogoRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new LogoTicket(request.Number!, request.Version);
    }

    /// <summary>Reads a ticket, or a number as people write it.</summary>
    /// <returns>Null when there is neither.</returns>
    public static LogoTicket? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var dot = text.LastIndexOf('.');
        if (dot > 0 && RequestNumber.TryRead(text.AsSpan(0, dot), out var number)
            && int.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var mark))
        {
            return new LogoTicket(number.ToString(), mark);
        }

        return RequestNumberReader.Read(text).Number is { } written ? new LogoTicket(written.ToString(), 0) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{string.Concat(Number.Where(char.IsAsciiDigit))}.{Mark}");
}
