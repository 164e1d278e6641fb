using System.Globalization;

namespace Ruhani.Bot.Turns;

/// <summary>
/// What every button carries: the dialog and the version and state it was shown in, the trigger it fires there and what
/// it is about. So a button of an old message still does what it said, or is recognised as outdated; it never does
/// something else.
/// </summary>
/// <param name="Dialog">The dialog's name.</param>
/// <param name="Version">The dialog's version when the button was made.</param>
/// <param name="State">The state that offered it.</param>
/// <param name="Trigger">The trigger it fires.</param>
/// <param name="Argument">What the trigger is about: an entry's id, a letter; may be empty.</param>
public sealed record ButtonToken(string Dialog, int Version, string State, string Trigger, string Argument = "")
{
    /// <summary>Characters that separate the parts, and so may not stand in one.</summary>
    public const char Separator = '~';

    /// <summary>The parts as one string, unsigned.</summary>
    public string Encode() => string.Create(
        CultureInfo.InvariantCulture, $"{Dialog}~{Version}~{State}~{Trigger}~{Argument}");

    /// <summary>Reads what <see cref="Encode"/> wrote; null for anything else.</summary>
    public static ButtonToken? Decode(string text)
    {
        var parts = text.Split(Separator);
        return parts.Length == 5
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new ButtonToken(parts[0], version, parts[2], parts[3], parts[4])
            : null;
    }
}
