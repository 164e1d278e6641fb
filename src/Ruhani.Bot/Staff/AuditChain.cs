using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Staff;

/// <summary>
/// Makes the audit a chain: each entry carries a digest over itself and the entry before, so that one that is changed,
/// put in or taken out afterwards shows. The end of the chain is written in the commit of each entry.
/// <para>
/// A person's right to be forgotten goes on: the chain runs over salted digests of the words that may name somebody,
/// not over the words. When a pseudonym takes their place the salt goes too; the digest then leads to nobody, and
/// everything after it still holds. That a salt may be missing is no way to forge: a pseudonym counts only when the
/// chain itself has an entry of that deletion.
/// </para>
/// <para>
/// Whoever can rewrite the whole store can also make the whole chain anew. Against that helps only what was noted
/// elsewhere: the last digest, which <c>/audit</c> shows.
/// </para>
/// </summary>
public sealed class AuditChain(IStore store)
{
    /// <summary>The act that lets a pseudonym stand where the chain has somebody.</summary>
    public const string Erased = "data.erased";

    private const string HeadId = "head";
    private const int SaltLength = 16;

    /// <summary>Links the entries a turn is about to write; does nothing for other turns.</summary>
    internal async ValueTask SealAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (!turn.Records.Any(IsNew))
        {
            return;
        }

        var stored = await store.FindAsync(DocumentKind.AuditHead, HeadId, cancellationToken).ConfigureAwait(false);
        var head = stored is null
            ? new AuditHead(0, "")
            : JsonSerializer.Deserialize(stored.Json, StateJson.Stored.AuditHead)!;
        turn.ReplaceRecords(write =>
        {
            if (!IsNew(write))
            {
                return write;
            }

            var entry = Link(JsonSerializer.Deserialize(write.Document.Json, StateJson.Stored.AuditEntry)!, head);
            head = new AuditHead(entry.Seal!.Number, entry.Seal.Chain);
            return write with
            {
                Document = write.Document with
                {
                    Json = JsonSerializer.Serialize(entry, StateJson.Stored.AuditEntry),
                    Sort = entry.Seal.Number,
                },
            };
        });
        turn.Put(stored, new StoredDocument(
            DocumentKind.AuditHead, HeadId, 1, JsonSerializer.Serialize(head, StateJson.Stored.AuditHead)));
    }

    /// <summary>How many entries there are.</summary>
    public async ValueTask<long> CountAsync(CancellationToken cancellationToken) =>
        (await HeadAsync(cancellationToken).ConfigureAwait(false)).Number;

    /// <summary>Every entry, the oldest first.</summary>
    public async IAsyncEnumerable<AuditEntry> AllAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var document in store.AllAsync(DocumentKind.Audit, null, cancellationToken)
            .ConfigureAwait(false))
        {
            yield return JsonSerializer.Deserialize(document.Json, StateJson.Stored.AuditEntry)!;
        }
    }

    /// <summary>The entries with these numbers, the oldest first.</summary>
    /// <param name="from">The lowest number.</param>
    /// <param name="count">How many at most, 1 to 1000.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async ValueTask<IReadOnlyList<AuditEntry>> PageAsync(
        long from, int count, CancellationToken cancellationToken) =>
    [
        .. (await store.ListAsync(
            new DocumentQuery(DocumentKind.Audit, AfterSort: from - 1, Limit: count), cancellationToken)
            .ConfigureAwait(false))
            .Select(document => JsonSerializer.Deserialize(document.Json, StateJson.Stored.AuditEntry)!),
    ];

    /// <summary>Goes through the whole chain.</summary>
    public async Task<AuditVerdict> VerifyAsync(CancellationToken cancellationToken)
    {
        // What is committed while the entries are read lies behind this end.
        var head = await HeadAsync(cancellationToken).ConfigureAwait(false);
        var entries = new List<AuditEntry>();
        await foreach (var entry in AllAsync(cancellationToken).ConfigureAwait(false))
        {
            entries.Add(entry);
        }

        return Verify(entries.Where(entry => entry.Seal is null || entry.Seal.Number <= head.Number), head);
    }

    internal static AuditVerdict Verify(IEnumerable<AuditEntry> read, AuditHead head)
    {
        var entries = read.OrderBy(entry => entry.Seal?.Number ?? 0).ToList();
        var erased = entries.Where(entry => entry.Act == Erased).Select(entry => entry.By)
            .ToHashSet(StringComparer.Ordinal);
        var faults = new List<long>();
        var (number, chain) = (0L, "");
        foreach (var entry in entries)
        {
            number++;
            if (entry.Seal is not { } seal)
            {
                faults.Add(number);
                continue;
            }

            for (; number < seal.Number; number++)
            {
                faults.Add(number);
            }

            if (seal.Number != number || seal.Before != chain || seal.Chain != Digest(entry, seal)
                || !Holds(seal.By, entry.By, erased) || !Holds(seal.About, entry.About, erased)
                || !Holds(seal.Details, entry.Details, erased))
            {
                faults.Add(seal.Number);
            }

            (number, chain) = (seal.Number, seal.Chain);
        }

        if (number != head.Number || chain != head.Chain)
        {
            faults.Add(Math.Max(number, head.Number));
        }

        return new AuditVerdict(entries.Count, chain, [.. faults.Distinct()]);
    }

    private static AuditEntry Link(AuditEntry entry, AuditHead head)
    {
        var seal = new AuditSeal(
            head.Number + 1, head.Chain, Seal(entry.By), Seal(entry.About), Seal(entry.Details), "");
        return entry with { Seal = seal with { Chain = Digest(entry, seal) } };
    }

    private static bool Holds(SealedWords words, string said, HashSet<string> erased) => words.Salt is { } salt
        ? words.Digest == Digest(salt, said)
        : said.Split(' ').Any(erased.Contains);

    private static SealedWords Seal(string words)
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltLength));
        return new SealedWords(Digest(salt, words), salt);
    }

    // No part can hold a line break but an act, which is a word of the code, so that parts can't run into each other.
    private static string Digest(AuditEntry entry, AuditSeal seal) => Digest(
        seal.Number.ToString(CultureInfo.InvariantCulture),
        seal.Before,
        entry.At.ToString(CultureInfo.InvariantCulture),
        entry.Act,
        seal.By.Digest,
        seal.About.Digest,
        seal.Details.Digest);

    private static string Digest(params ReadOnlySpan<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));

    private static bool IsNew(DocumentWrite write) =>
        write is { Delete: false, Document: { Kind: DocumentKind.Audit, Version: 1 } };

    private async ValueTask<AuditHead> HeadAsync(CancellationToken cancellationToken) =>
        await store.FindAsync(DocumentKind.AuditHead, HeadId, cancellationToken).ConfigureAwait(false) is { } stored
            ? JsonSerializer.Deserialize(stored.Json, StateJson.Stored.AuditHead)!
            : new AuditHead(0, "");
}
