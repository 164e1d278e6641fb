using System.Globalization;

namespace Ruhani.Bot.Logo;

/// <summary>
/// The number of a logo request and of the permit it becomes: <c>RZ-01-2027-00042-5</c>, that is region, year, place in
/// the region's year, and a check digit (<see cref="CheckDigit"/>), so that a number copied wrongly off a banner is
/// noticed rather than taken for another permit.
/// </summary>
public readonly record struct RequestNumber
{
    /// <summary>Begins every number.</summary>
    public const string Prefix = "RZ";

    /// <summary>Begins the payload of a deep link that verifies a number.</summary>
    public const string LinkPrefix = "v_";

    private const int FirstYear = 2000;
    private const int LastYear = 2099;
    private const int LastRegion = 99;
    private const int LastSerial = 99_999;

    /// <summary>A number; its parts must be within their bounds.</summary>
    /// <param name="region">The code of <see cref="Regions"/>, 0 to 99.</param>
    /// <param name="year">2000 to 2099.</param>
    /// <param name="serial">1 to 99,999.</param>
    public RequestNumber(int region, int year, int serial)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(region);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(region, LastRegion);
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        ArgumentOutOfRangeException.ThrowIfLessThan(serial, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(serial, LastSerial);
        (Region, Year, Serial) = (region, year, serial);
    }

    /// <summary>Where it was asked for.</summary>
    public int Region { get; }

    /// <summary>The year it was asked for in.</summary>
    public int Year { get; }

    /// <summary>Its place among the region's of that year, from 1.</summary>
    public int Serial { get; }

    /// <summary>The check digit.</summary>
    public int Check => CheckDigit.Of(Body);

    /// <summary>
    /// What a deep link carries: <c>v_012027000425</c>; letters, digits and a low line only, as Telegram's
    /// <c>?start=</c> wants them (at most 64).
    /// </summary>
    public string LinkPayload => string.Create(CultureInfo.InvariantCulture, $"{LinkPrefix}{Body}{Check}");

    private string Body => string.Create(CultureInfo.InvariantCulture, $"{Region:D2}{Year:D4}{Serial:D5}");

    /// <summary>The number as it is written: <c>RZ-01-2027-00042-5</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{Region:D2}-{Year:D4}-{Serial:D5}-{Check}");

    /// <summary>Reads the twelve digits of a number.</summary>
    /// <param name="digits">ASCII digits.</param>
    /// <param name="number">The number; default when there is none.</param>
    /// <returns>False when its year, its place or its check digit can't be.</returns>
    internal static bool TryRead(ReadOnlySpan<char> digits, out RequestNumber number)
    {
        number = default;
        if (digits.Length != 12 || CheckDigit.Of(digits) != 0)
        {
            return false;
        }

        var year = int.Parse(digits[2..6], NumberStyles.None, CultureInfo.InvariantCulture);
        var serial = int.Parse(digits[6..11], NumberStyles.None, CultureInfo.InvariantCulture);
        if (year is < FirstYear or > LastYear || serial == 0)
        {
            return false;
        }

        number = new RequestNumber(
            int.Parse(digits[..2], NumberStyles.None, CultureInfo.InvariantCulture), year, serial);
        return true;
    }
}
