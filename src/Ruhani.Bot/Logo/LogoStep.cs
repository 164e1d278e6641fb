namespace Ruhani.Bot.Logo;

/// <summary>The changes of one act, each with its entry.</summary>
internal sealed class LogoStep(LogoRequest request, DateTimeOffset now)
{
    private readonly List<AuditEntry> _added = [];
    private readonly int _version = request.Version;

    public LogoRequest Request { get; private set; } = request;

    public DateTimeOffset Now => now;

    /// <summary>Goes where an act leads, with an entry.</summary>
    public LogoStep Fire(
        LogoActKind act, LogoActor actor, string? reason = null, Func<AuditEntry, AuditEntry>? with = null)
    {
        var from = Request.State;
        var to = LogoMachine.Next(from, act)
            ?? throw new InvalidOperationException($"{act} leads nowhere from {from}.");

        // Who has it in hand changes nothing of what is decided on; all else does, once an act.
        var isQuiet = act is LogoActKind.Take or LogoActKind.HandOn or LogoActKind.Remind;
        var version = isQuiet ? Request.Version : _version + 1;
        var entry = new AuditEntry
        {
            Version = version,
            At = now,
            Actor = actor.Address,
            Role = actor.Role,
            Act = act,
            From = from,
            To = to,
            Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
        };
        entry = with?.Invoke(entry) ?? entry;
        _added.Add(entry);
        Request = Request with { State = to, Version = version, Audit = [.. Request.Audit, entry] };
        return this;
    }

    /// <summary>Changes the rest.</summary>
    public LogoStep Change(Func<LogoRequest, LogoRequest> change)
    {
        Request = change(Request);
        return this;
    }

    /// <summary>Takes facts in; without a ground the rule refuses at once.</summary>
    public void Submit(LogoFacts facts, LogoActor actor)
    {
        var former = Request.Facts;
        var changed = former.ChangedIn(facts);
        var isFirst = Request.SubmittedAt is null;
        Fire(LogoActKind.Submit, actor, with: entry => isFirst || changed.Count == 0
            ? entry
            : entry with { Fields = changed, Former = former });
        Change(one => one with
        {
            Facts = facts,
            SubmittedAt = one.SubmittedAt ?? now,
            WaitsSince = now,
            Reviewer = null,
            Marked = [],
        });
        if (facts.Ground is LogoGround.None)
        {
            Fire(LogoActKind.AutoRefuse, LogoActor.Bot, with: entry => entry with { Refusal = RefusalReason.NoGround });
        }
    }

    /// <summary>What has become of it.</summary>
    public LogoOutcome End() => new LogoOutcome.Done(Request, _added);
}
