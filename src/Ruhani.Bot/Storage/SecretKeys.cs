using System.Security.Cryptography;

namespace Ruhani.Bot.Storage;

/// <summary>
/// Keys the bot signs with: made once at random, kept in the store, so that what was signed stays valid.
/// </summary>
public static class SecretKeys
{
    private const int KeyBytes = 32;

    /// <summary>
    /// The key of a name; made when there is none. Two hosts that start together end with the same key.
    /// </summary>
    public static async Task<byte[]> GetOrCreateAsync(
        IStore store, string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await store.FindAsync(DocumentKind.Secret, name, cancellationToken).ConfigureAwait(false) is { } found)
            {
                return Convert.FromBase64String(found.Json.Trim('"'));
            }

            var key = RandomNumberGenerator.GetBytes(KeyBytes);
            var document = new StoredDocument(DocumentKind.Secret, name, 1, $"\"{Convert.ToBase64String(key)}\"");
            await store.CommitAsync(
                new Commit { At = now, Documents = [new DocumentWrite(document)] }, cancellationToken)
                .ConfigureAwait(false);
        }
    }
}
