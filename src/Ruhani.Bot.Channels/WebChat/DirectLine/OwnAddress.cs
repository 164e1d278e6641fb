using Microsoft.AspNetCore.Http;

namespace Ruhani.Bot.Channels.WebChat.DirectLine;

/// <summary>The address under which the client reached us, for links we hand to that client.</summary>
internal static class OwnAddress
{
    /// <summary>Scheme, host and path base.</summary>
    /// <param name="request">The request.</param>
    /// <param name="scheme"><c>http</c> or <c>ws</c>; an <c>s</c> is added when the client used TLS.</param>
    public static string Of(HttpRequest request, string scheme)
    {
        // The client only fools itself when it makes this header up.
        var isSecure = request.IsHttps
            || request.Headers["X-Forwarded-Proto"].ToString().StartsWith("https", StringComparison.OrdinalIgnoreCase);
        return $"{scheme}{(isSecure ? "s" : "")}://{request.Host}{request.PathBase}";
    }
}
