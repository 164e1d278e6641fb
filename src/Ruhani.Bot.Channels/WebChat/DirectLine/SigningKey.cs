using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Channels.WebChat.DirectLine;

/// <summary>
/// The key that signs tokens: made of the configured secret, or random and kept in the store, so that tokens outlive a
/// restart either way. A new secret makes every old token worthless.
/// </summary>
internal sealed class SigningKey(IStore store, IOptions<WebChatOptions> options, TimeProvider time)
{
    private const string DocumentId = "webchat";
    private byte[]? _key;

    /// <summary>32 bytes.</summary>
    public async ValueTask<byte[]> GetAsync(CancellationToken cancellationToken) =>
        _key ??= options.Value.Secret is { } secret
            ? HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), "ruhani webchat tokens"u8)
            : await LoadAsync(cancellationToken);

    private async Task<byte[]> LoadAsync(CancellationToken cancellationToken)
    {
        // Two requests may race to make it; the loser's commit is a conflict and it then finds the winner's.
        while (true)
        {
            if (await store.FindAsync(DocumentKind.Secret, DocumentId, cancellationToken) is { } found)
            {
                return Convert.FromBase64String(JsonNode.Parse(found.Json)!["key"]!.GetValue<string>());
            }

            var json = new JsonObject { ["key"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) };
            var document = new StoredDocument(DocumentKind.Secret, DocumentId, 1, Wire.Text(json));
            await store.CommitAsync(
                new Commit { At = time.GetUtcNow(), Documents = [new DocumentWrite(document)] }, cancellationToken);
        }
    }
}
