using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Logo.Permits;
using Ruhani.Bot.People;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo.Reviewing;

/// <summary>
/// What a requester hears of the own request: who has it, what is to be corrected, what was decided, why, and whom to
/// ask. In the requester's language, with what can be done next.
/// </summary>
public sealed class RequesterNews(
    LogoRecords records, LogoStaff staff, PermitWriter permits, OfficeOptions office) : IVerbSource
{
    private const string Rules = "logo.rules";

    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs => [new Verb("logonews.changed", [], ChangedAsync)];

    // The mark is the place in the audit of what is told: what came after it is told by itself.
    private async ValueTask<VerbResult> ChangedAsync(Turn turn, string about, CancellationToken cancellationToken)
    {
        if (LogoTicket.Read(about) is not { } ticket
            || await records.FindAsync(ticket.Number, cancellationToken).ConfigureAwait(false) is not { } request
            || ticket.Mark >= request.Audit.Count)
        {
            return VerbResult.Wait;
        }

        if (turn.SavedLanguage is null && Languages.FromTag(request.Language) is { } asked)
        {
            turn.Language = asked;
        }

        var entry = request.Audit[ticket.Mark];
        if (KeyOf(entry) is not { } key)
        {
            return VerbResult.Wait;
        }

        var words = LogoWording.Of(turn);
        turn.Say(
            key,
            TextArguments.Of(
                ("number", request.Number!),
                ("title", words.Quoted(request.Facts)),
                ("by", await staff.NameAsync(turn, entry.Actor, cancellationToken).ConfigureAwait(false)),
                ("facts", Facts(turn, request, entry))),
            Choices(turn, request, entry.Act));
        if (entry.Act is LogoActKind.Approve or LogoActKind.Amend)
        {
            await HandOverAsync(turn, request, ticket.Mark, cancellationToken).ConfigureAwait(false);
        }

        return VerbResult.Wait;
    }

    // The permit as it stands now: whoever was told late gets the one that counts, and none once it is taken away.
    private async ValueTask HandOverAsync(
        Turn turn, LogoRequest request, int mark, CancellationToken cancellationToken)
    {
        if (await permits.PrintAsync(turn, request, cancellationToken).ConfigureAwait(false) is { } file)
        {
            // Outside WhatsApp's window the message may wait for days, and the file with it.
            turn.Put(null, FileUses.Add(file, $"logo:{request.Number}/permit-{mark}").Document);
            turn.SayWithFile(
                file,
                asPicture: false,
                request.State == LogoState.Amended ? "permit.again" : "permit.here",
                TextArguments.Of(("number", request.Number!)));
        }
    }

    // The three grounds are told again to whom they were missing, and to nobody else.
    private static string? KeyOf(AuditEntry entry) => entry.Act switch
    {
        LogoActKind.Take => "logonews.taken",
        LogoActKind.Return => "logonews.returned",
        LogoActKind.Approve => "logonews.approved",
        LogoActKind.Refuse when entry.Refusal is RefusalReason.NoGround or RefusalReason.GroundNotShown =>
            "logonews.refused-ground",
        LogoActKind.Refuse => "logonews.refused",
        LogoActKind.Amend => "logonews.amended",
        LogoActKind.Revoke => "logonews.revoked",
        LogoActKind.Expire => "logonews.expired",
        _ => null,
    };

    private RichText Facts(Turn turn, LogoRequest request, AuditEntry entry)
    {
        var words = LogoWording.Of(turn);
        var lines = new CardLines(turn);
        if (entry.Fields is { Count: > 0 } fields)
        {
            lines.Add("logonews.fields-label", string.Join(", ", fields.Select(words.Say)));
        }

        if (entry.Refusal is { } refusal)
        {
            lines.Add("logonews.refusal-label", words.Say(refusal));
        }

        if (entry.Reason is { } reason)
        {
            lines.Add("logonews.reason-label", reason);
        }

        if (entry.Act is LogoActKind.Approve or LogoActKind.Amend && request.Scope is { } scope)
        {
            lines.Add("pending.allowed", words.Say(scope.Materials));
            lines.Add("pending.allowed-dates", words.Say(scope.Dates));
            lines.AddList("pending.conditions", scope.Conditions ?? []);
        }

        if (entry.Act is LogoActKind.Refuse or LogoActKind.Revoke && office.Details(turn.Language) is { } details)
        {
            lines.Add("logonews.office-label", details);
        }

        return lines.Build();
    }

    private static List<Choice> Choices(Turn turn, LogoRequest request, LogoActKind act)
    {
        var ticket = LogoTicket.Of(request).ToString();
        var choices = new List<Choice>();
        if (act == LogoActKind.Return && request.State == LogoState.Returned)
        {
            choices.Add(turn.DialogChoice("logo", "fix", turn.Label("mylogo.fix"), ticket));
        }

        if (act == LogoActKind.Refuse && turn.Content.Knowledge.TryGet(Rules, out _))
        {
            choices.Add(turn.EntryChoice(Rules, turn.Label("logonews.rules")));
        }

        if (act != LogoActKind.Take)
        {
            choices.Add(turn.DialogChoice("mylogo", "card", turn.Label("pending.open"), ticket));
        }

        return choices;
    }
}
