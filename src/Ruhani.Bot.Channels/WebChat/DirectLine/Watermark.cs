using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Ruhani.Bot.Channels.WebChat.DirectLine;

/// <summary>Where in a conversation a client stands, as the number of the last activity it has.</summary>
internal static class Watermark
{
    /// <summary>Reads one; nothing, <c>-</c> and what browsers make of nothing mean the beginning.</summary>
    public static bool TryParse(string text, out long number)
    {
        number = 0;
        return text is "" or "-" or "null" or "undefined"
            || (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 0);
    }

    /// <summary>The answer to one that can't be read.</summary>
    public static IResult Malformed() =>
        Wire.Error(StatusCodes.Status400BadRequest, "BadWatermark", "The watermark was not made by this server.");
}
