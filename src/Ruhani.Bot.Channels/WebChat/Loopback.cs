using System.Net;
using Microsoft.AspNetCore.Http;

namespace Ruhani.Bot.Channels.WebChat;

/// <summary>Tells requests and addresses of this very machine from all others.</summary>
internal static class Loopback
{
    // Any of these means that somebody passed the request on, so the peer's address says nothing about its origin.
    private static readonly string[] Forwarded =
        ["Forwarded", "X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "Via", "CF-Connecting-IP", "True-Client-IP"];

    /// <summary>
    /// True only for a request that was made on this machine to a loopback name, by no proxy and, if a browser says
    /// where its page came from, by a page of this machine. A foreign host name is refused because of DNS rebinding.
    /// </summary>
    public static bool IsLocal(HttpContext context)
    {
        var request = context.Request;
        var peer = context.Connection.RemoteIpAddress;
        return peer is not null && IPAddress.IsLoopback(peer)
            && IsName(request.Host.Host)
            && !IsForwarded(request)
            && (request.Headers.Origin.ToString() is not { Length: > 0 } origin
                || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && IsName(page.Host)));
    }

    // A proxy that is told nothing says nothing (nginx without proxy_set_header), but speaks HTTP/1.0, as nobody else
    // on this machine does.
    private static bool IsForwarded(HttpRequest request) =>
        HttpProtocol.IsHttp10(request.Protocol)
        || Forwarded.Any(request.Headers.ContainsKey)
        || request.Headers.Keys.Any(name => name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase));

    /// <summary>True for https anywhere and for http on this machine.</summary>
    public static bool IsHttpsOrLoopback(Uri uri) =>
        uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && IsName(uri.Host));

    /// <summary>True for <c>localhost</c> and the loopback addresses.</summary>
    public static bool IsName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
