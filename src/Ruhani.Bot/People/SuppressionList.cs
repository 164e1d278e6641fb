using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.People;

/// <summary>
/// The addresses nothing may be sent to in bulk, kept for ever: also after the person's data are gone, and however the
/// address comes back. Only the person's own new subscription lifts it.
/// </summary>
public sealed class SuppressionList(IStore store, TimeProvider time)
{
    private volatile byte[]? _key;

    /// <summary>True when an address said stop and has not subscribed since.</summary>
    public async ValueTask<bool> ContainsAsync(string address, CancellationToken cancellationToken) =>
        await FindAsync(address, cancellationToken).ConfigureAwait(false) is ({ LiftedAt: null }, _);

    /// <summary>Puts the turn's person, or another of their addresses, on the list, with the turn.</summary>
    public async ValueTask AddAsync(Turn turn, string address, CancellationToken cancellationToken)
    {
        var found = await FindAsync(address, cancellationToken).ConfigureAwait(false);
        if (found is not ({ LiftedAt: null }, _))
        {
            await PutAsync(
                turn, address, found?.Document, new Suppression(turn.Now.ToUnixTimeMilliseconds()), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    /// <summary>The turn's person subscribes: what they said before no longer holds.</summary>
    public async ValueTask LiftAsync(Turn turn, CancellationToken cancellationToken)
    {
        var address = turn.Activity.From.Address;
        if (await FindAsync(address, cancellationToken).ConfigureAwait(false)
            is ({ LiftedAt: null } held, var document))
        {
            await PutAsync(
                turn, address, document, held with { LiftedAt = turn.Now.ToUnixTimeMilliseconds() }, cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private async ValueTask<(Suppression Held, StoredDocument Document)?> FindAsync(
        string address, CancellationToken cancellationToken)
    {
        var id = await IdOfAsync(address, cancellationToken).ConfigureAwait(false);
        var document = await store.FindAsync(DocumentKind.Suppression, id, cancellationToken).ConfigureAwait(false);
        return document is null
            ? null
            : (JsonSerializer.Deserialize(document.Json, StateJson.Stored.Suppression)!, document);
    }

    private async ValueTask PutAsync(
        Turn turn, string address, StoredDocument? before, Suppression now, CancellationToken cancellationToken) =>
        turn.Put(before, new StoredDocument(
            DocumentKind.Suppression,
            await IdOfAsync(address, cancellationToken).ConfigureAwait(false),
            0,
            JsonSerializer.Serialize(now, StateJson.Stored.Suppression)));

    private async ValueTask<string> IdOfAsync(string address, CancellationToken cancellationToken)
    {
        _key ??= await SecretKeys.GetOrCreateAsync(store, "suppression", time.GetUtcNow(), cancellationToken)
            .ConfigureAwait(false);
        return Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(address)));
    }
}
