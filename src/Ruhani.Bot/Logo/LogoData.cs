using Ruhani.Bot.PersonalData;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo;

/// <summary>A person's own requests with their files, and what the person has done to the requests of others.</summary>
public sealed class LogoData(LogoRecords records, LogoLifecycle lifecycle, LogoNews news, IStore store)
    : IPersonalData
{
    private static readonly LogoField[] Shown =
    [
        LogoField.Ground, LogoField.Dates, LogoField.Place, LogoField.Materials, LogoField.Organiser, LogoField.Contact,
    ];

    /// <inheritdoc/>
    public IReadOnlyList<DocumentKind> Covers =>
        [DocumentKind.LogoRequest, DocumentKind.LogoIndex, DocumentKind.LogoCounter, DocumentKind.FileUse];

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<PersonalRecord>> ReadAsync(
        Turn turn, PersonalScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        var found = new List<PersonalRecord>();
        var words = LogoWording.Of(turn);
        await foreach (var request in records.AllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (scope.Is(request.Requester))
            {
                found.Add(Own(turn, words, request));
                found.AddRange(EverHeld(request).Select(file => ConversationData.FileRecord(
                    turn, file.Name, file.Size, file.MediaType)));
            }

            found.AddRange(request.Audit
                .Where(entry => scope.Is(entry.Actor) && entry.Role != LogoRole.Requester)
                .Select(entry => Done(turn, words, request, entry)));
        }

        return found;
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Own requests that wait are withdrawn first, as the requester may do any day. One that is decided in this very
    /// moment makes the turn run again.
    /// </remarks>
    public async ValueTask EraseAsync(Turn turn, Erasure erasure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(erasure);
        await foreach (var request in records.AllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (LogoErasure.Concerns(request, erasure.Scope))
            {
                await EraseAsync(turn, erasure, request.Number!, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The numbers of the person's requests that would be withdrawn.</summary>
    public async Task<IReadOnlyList<string>> OpenAsync(PersonalScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var found = new List<string>();
        await foreach (var request in records.AllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (scope.Is(request.Requester) && LogoErasure.End(request) is LogoAct.Withdraw)
            {
                found.Add(request.Number!);
            }
        }

        return found;
    }

    private async ValueTask EraseAsync(
        Turn turn, Erasure erasure, string number, CancellationToken cancellationToken)
    {
        var stored = (await records.FindDocumentAsync(number, cancellationToken).ConfigureAwait(false))!;
        var before = LogoRecords.Read(stored);
        var ended = before;
        var isOwn = erasure.Scope.Is(before.Requester);
        if (isOwn && LogoErasure.End(before) is { } act
            && lifecycle.Decide(before, act, LogoActor.Requester(before.Requester), turn.Now)
                is LogoOutcome.Done done)
        {
            ended = done.Request;
            await news.TellAsync(turn, done, cancellationToken).ConfigureAwait(false);
        }

        var after = LogoErasure.Of(ended, erasure);
        turn.Put(stored, LogoRecords.Write(after, stored.Version + 1));
        foreach (var (document, isGone) in LogoIndex.Writes(before, after))
        {
            if (isGone)
            {
                turn.Remove(document);
            }
            else
            {
                turn.Put(null, document);
            }
        }

        if (isOwn && ended.State.IsPermit())
        {
            await news.KeepEndAsync(turn, after, erasure.Scope, cancellationToken).ConfigureAwait(false);
        }

        if (isOwn && !LogoErasure.KeepsFiles(ended))
        {
            await ReleaseAsync(turn, ended, cancellationToken).ConfigureAwait(false);
        }
    }

    // Files nobody needs are swept by the file store.
    private async ValueTask ReleaseAsync(Turn turn, LogoRequest request, CancellationToken cancellationToken)
    {
        foreach (var file in EverHeld(request))
        {
            var id = FileUses.Remove(file.Id, "logo:" + request.Number).Document.Id;
            if (await store.FindAsync(DocumentKind.FileUse, id, cancellationToken).ConfigureAwait(false) is { } use)
            {
                turn.Remove(use);
            }
        }
    }

    /// <summary>The files of a request, those that were replaced too.</summary>
    internal static IEnumerable<FileReference> EverHeld(LogoRequest request) =>
        request.Audit.Select(entry => entry.Former).OfType<LogoFacts>().Append(request.Facts)
            .SelectMany(facts => facts.Files()).DistinctBy(file => file.Id);

    private static PersonalRecord Own(Turn turn, LogoWording words, LogoRequest request)
    {
        var record = PersonalRecord.Of(
            turn,
            PersonalKinds.Request,
            $"{request.Number} ({words.Say(request.State)})",
            ("number", request.Number),
            ("title", words.Title(request.Facts)),
            ("state", words.Say(request.State)),
            ("sent", turn.Dates.Moment(request.SubmittedAt!.Value)));
        return record with
        {
            Fields =
            [
                .. record.Fields,
                .. Shown.Select(field => new PersonalField(words.Say(field), words.Say(request.Facts, field))),
            ],
        };
    }

    private static PersonalRecord Done(Turn turn, LogoWording words, LogoRequest request, AuditEntry entry) =>
        PersonalRecord.Of(
            turn,
            PersonalKinds.Decision,
            $"{request.Number}: {words.Say(entry.Act)}",
            ("number", request.Number),
            ("act", words.Say(entry.Act)),
            ("moment", turn.Dates.Moment(entry.At)),
            ("reason", entry.Act == LogoActKind.HandOn ? null : entry.Reason));
}
