using System.Globalization;
using System.Text.Json;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Logo;

/// <summary>
/// Acts on stored requests. It reads, lets <see cref="LogoLifecycle"/> decide and says what is to be written; whoever
/// asked writes all of it in one commit and, when that is a conflict, asks again. A number is taken in the very commit
/// of the request that gets it, so none is lost and none is given twice, whatever ends in between.
/// </summary>
public sealed class LogoDesk(IStore store, LogoLifecycle lifecycle)
{
    private const int MostTries = 50;
    private readonly LogoRecords _records = new(store);

    /// <summary>Submits a draft, which gets its number.</summary>
    /// <param name="draft">The draft; its facts are submitted.</param>
    /// <param name="actor">The requester.</param>
    /// <param name="now">When; its year in Kazakhstan is the number's.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<LogoDeskResult> SubmitAsync(
        LogoRequest draft, LogoActor actor, DateTimeOffset now, CancellationToken cancellationToken) =>
        SubmitAsync(draft, actor, now, asksReview: false, cancellationToken);

    /// <summary>
    /// Submits a draft, which gets its number; what the rule then refuses goes to a person at once if so wished.
    /// </summary>
    /// <param name="draft">The draft; its facts are submitted.</param>
    /// <param name="actor">The requester.</param>
    /// <param name="now">When; its year in Kazakhstan is the number's.</param>
    /// <param name="asksReview">True when the requester knows of the rule's refusal and asks a person already.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<LogoDeskResult> SubmitAsync(
        LogoRequest draft, LogoActor actor, DateTimeOffset now, bool asksReview, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var outcome = Submit(draft, draft.Facts, draft.Version, actor, now, asksReview);
        if (outcome is not LogoOutcome.Done done)
        {
            return new LogoDeskResult(outcome, []);
        }

        var year = KazakhstanTime.DayOf(now).Year;
        var id = string.Create(CultureInfo.InvariantCulture, $"{draft.Region:D2}-{year:D4}");
        var stored = await store.FindAsync(DocumentKind.LogoCounter, id, cancellationToken).ConfigureAwait(false);
        var last = stored is null ? 0 : JsonSerializer.Deserialize(stored.Json, LogoJson.Stored.LogoCounter)!.Last;
        var counter = new StoredDocument(
            DocumentKind.LogoCounter,
            id,
            (stored?.Version ?? 0) + 1,
            JsonSerializer.Serialize(new LogoCounter(last + 1), LogoJson.Stored.LogoCounter));
        var number = new RequestNumber(draft.Region, year, last + 1).ToString();
        var request = done.Request with { Number = number };
        return new LogoDeskResult(
            done with { Request = request }, [new DocumentWrite(counter), .. Writes(null, request, version: 1)]);
    }

    /// <summary>Does an act to a request.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="act">What is to be done.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<LogoDeskResult> ActAsync(
        string number, LogoAct act, LogoActor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await _records.FindDocumentAsync(number, cancellationToken).ConfigureAwait(false) is not { } stored)
        {
            return new LogoDeskResult(new LogoOutcome.Denied(new LogoDenial.Unknown()), []);
        }

        var before = LogoRecords.Read(stored);
        return Result(before, lifecycle.Decide(before, act, actor, now), stored);
    }

    /// <summary>Submits a returned request again; see <see cref="SubmitAsync(LogoRequest, LogoActor,
    /// DateTimeOffset, bool, CancellationToken)"/>.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="shown">The version that was corrected.</param>
    /// <param name="facts">All facts; only the marked fields may differ.</param>
    /// <param name="actor">The requester.</param>
    /// <param name="now">When.</param>
    /// <param name="asksReview">True when the requester knows of the rule's refusal and asks a person already.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<LogoDeskResult> ResubmitAsync(
        string number,
        int shown,
        LogoFacts facts,
        LogoActor actor,
        DateTimeOffset now,
        bool asksReview,
        CancellationToken cancellationToken)
    {
        if (await _records.FindDocumentAsync(number, cancellationToken).ConfigureAwait(false) is not { } stored)
        {
            return new LogoDeskResult(new LogoOutcome.Denied(new LogoDenial.Unknown()), []);
        }

        var before = LogoRecords.Read(stored);
        return Result(before, Submit(before, facts, shown, actor, now, asksReview), stored);
    }

    /// <summary>
    /// Writes a result by itself, for what happens outside of a turn; what another changed meanwhile is decided anew.
    /// </summary>
    /// <param name="ask">Asks this desk.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">It was changed again and again.</exception>
    public async Task<LogoOutcome> WriteAsync(
        Func<CancellationToken, Task<LogoDeskResult>> ask, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ask);
        for (var i = 0; i < MostTries; i++)
        {
            var result = await ask(cancellationToken).ConfigureAwait(false);
            if (result.Writes.Count == 0)
            {
                return result.Outcome;
            }

            var commit = new Commit { At = at, Documents = result.Writes };
            if (await store.CommitAsync(commit, cancellationToken).ConfigureAwait(false) != CommitOutcome.Conflict)
            {
                return result.Outcome;
            }
        }

        throw new StoreUnavailableException("A request could not be committed: it changes all the time.");
    }

    private LogoOutcome Submit(
        LogoRequest request, LogoFacts facts, int shown, LogoActor actor, DateTimeOffset now, bool asksReview)
    {
        var outcome = lifecycle.Decide(request, new LogoAct.Submit(shown, facts), actor, now);
        return asksReview && facts.Ground is LogoGround.None { Reason: var reason }
            && outcome is LogoOutcome.Done done
            && lifecycle.Decide(done.Request, new LogoAct.AskReview(reason), actor, now) is LogoOutcome.Done asked
            ? asked with { Added = [.. done.Added, .. asked.Added] }
            : outcome;
    }

    private static LogoDeskResult Result(LogoRequest before, LogoOutcome outcome, StoredDocument stored) => new(
        outcome,
        outcome is LogoOutcome.Done { Request: var after } ? [.. Writes(before, after, stored.Version + 1)] : []);

    private static IEnumerable<DocumentWrite> Writes(LogoRequest? before, LogoRequest after, long version)
    {
        var known = EverHeld(before).Select(file => file.Id).ToHashSet(StringComparer.Ordinal);
        return LogoIndex.Writes(before, after)
            .Prepend(new DocumentWrite(LogoRecords.Write(after, version)))
            .Concat(after.Facts.Files().Where(file => !known.Contains(file.Id))
                .Select(file => FileUses.Add(file, "logo:" + after.Number)));
    }

    // What was evidence once stays, also when the requester put another file in its place.
    private static IEnumerable<FileReference> EverHeld(LogoRequest? request) => request is null
        ? []
        : request.Audit.Select(entry => entry.Former).OfType<LogoFacts>().Append(request.Facts)
            .SelectMany(facts => facts.Files());
}

/// <summary>What is to be written, and what it means.</summary>
/// <param name="Outcome">What became of the act, once the writes are committed.</param>
/// <param name="Writes">All to be written in one commit; none when the act was denied.</param>
public sealed record LogoDeskResult(LogoOutcome Outcome, IReadOnlyList<DocumentWrite> Writes);
