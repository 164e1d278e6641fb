using System.Globalization;

namespace Ruhani.Bot.Dialogs.Forms;

/// <summary>
/// What a form's button is about: the run it belongs to, and the option it picks. A button of another run is outdated.
/// </summary>
public static class FormToken
{
    /// <summary>The longest run number allowed for when a button's length is checked.</summary>
    public const int LongestNumber = 999;

    /// <summary>Writes it.</summary>
    public static string Write(int number, string about) => about.Length == 0
        ? number.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{number}.{about}");

    /// <summary>Reads it.</summary>
    /// <returns>False for anything else.</returns>
    public static bool TryRead(string argument, out int number, out string about)
    {
        var dot = argument.IndexOf('.', StringComparison.Ordinal);
        about = dot < 0 ? "" : argument[(dot + 1)..];
        return int.TryParse(
            dot < 0 ? argument : argument[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
