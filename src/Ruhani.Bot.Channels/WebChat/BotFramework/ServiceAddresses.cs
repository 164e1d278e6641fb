using System.Text.Json;
using Microsoft.Extensions.Options;
using Ruhani.Bot.Channels.WebChat.DirectLine;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Channels.WebChat.BotFramework;

/// <summary>Remembers where each Bot Framework conversation is answered, so that a restart forgets nobody.</summary>
internal sealed class ServiceAddresses(IStore store, IOptions<WebChatOptions> options, TimeProvider time)
{
    /// <summary>
    /// True when replies may go to an address: https or loopback, and a host that is listed; with no list, one that a
    /// verified token named, or this machine when there is no application id.
    /// </summary>
    /// <param name="address">The address an activity gave.</param>
    /// <param name="vouched">The address the caller's verified token gave.</param>
    public bool IsAllowed(string? address, string? vouched)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !Loopback.IsHttpsOrLoopback(uri)
            || uri.UserInfo.Length > 0)
        {
            return false;
        }

        var settings = options.Value.BotFramework;
        if (settings.AllowedServiceHosts.Count > 0)
        {
            return settings.AllowedServiceHosts.Any(host => Covers(host, uri.Host));
        }

        return settings.AppId is null ? Loopback.IsName(uri.Host) : IsSame(address, vouched);
    }

    /// <summary>True when two addresses differ by a closing slash at most.</summary>
    public static bool IsSame(string? left, string? right) =>
        string.Equals(left?.TrimEnd('/'), right?.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    /// <summary>Where a conversation is answered; null when it never wrote.</summary>
    public async Task<ServiceAddress?> FindAsync(string chat, CancellationToken cancellationToken) =>
        await store.FindAsync(DocumentKind.WebChatActivity, Keys.Service(chat), cancellationToken) is { } found
            ? JsonSerializer.Deserialize<ServiceAddress>(found.Json)
            : null;

    /// <summary>Keeps where a conversation is answered; writes only when it changed.</summary>
    public async Task KeepAsync(string chat, ServiceAddress address, CancellationToken cancellationToken)
    {
        var id = Keys.Service(chat);
        while (true)
        {
            var old = await store.FindAsync(DocumentKind.WebChatActivity, id, cancellationToken);
            if (old is not null && JsonSerializer.Deserialize<ServiceAddress>(old.Json) == address)
            {
                return;
            }

            var now = time.GetUtcNow();
            var document = new StoredDocument(
                DocumentKind.WebChatActivity, id, (old?.Version ?? 0) + 1, JsonSerializer.Serialize(address),
                Keys.Services, now.ToUnixTimeMilliseconds());
            var outcome = await store.CommitAsync(
                new Commit { At = now, Documents = [new DocumentWrite(document)] }, cancellationToken);
            if (outcome != CommitOutcome.Conflict)
            {
                return;
            }
        }
    }

    private static bool Covers(string listed, string host) => listed.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(listed[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(listed, StringComparison.OrdinalIgnoreCase);
}
