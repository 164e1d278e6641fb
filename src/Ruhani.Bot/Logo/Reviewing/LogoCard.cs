using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo.Reviewing;

/// <summary>
/// A request as its approver sees it: all facts, what the checks found, and a button for everything that may be done.
/// Holds private data, so it is shown in private chats only.
/// </summary>
public sealed class LogoCard(LogoRecords records, LogoStaff staff, LogoOptions options)
{
    /// <summary>The dialog its buttons belong to.</summary>
    public const string Dialog = "pending";

    private const string State = "card";
    private const int MostEarlier = 50;

    private static readonly (LogoActKind Act, string Trigger)[] Acts =
    [
        (LogoActKind.Take, "take"),
        (LogoActKind.Approve, "approve"),
        (LogoActKind.Return, "return"),
        (LogoActKind.Refuse, "refuse"),
        (LogoActKind.HandOn, "hand_on"),
        (LogoActKind.Amend, "amend"),
        (LogoActKind.Revoke, "revoke"),
    ];

    /// <summary>Says a card.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="request">The request.</param>
    /// <param name="actor">Who sees it.</param>
    /// <param name="key">The text it stands in, with <c>{card}</c>.</param>
    /// <param name="updates">True for the card that is shown already, whatever has become of the request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask SayAsync(
        Turn turn,
        LogoRequest request,
        LogoActor actor,
        string key,
        bool updates,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(request);
        var card = await WriteAsync(turn, request, actor, cancellationToken).ConfigureAwait(false);
        turn.SayCard(
            LogoNews.CardOf(request.Number!),
            updates,
            key,
            TextArguments.Of(("card", card)),
            Choices(turn, request, actor),
            replaces: true);
    }

    /// <summary>The button that opens a request's card.</summary>
    public static Choice Open(Turn turn, string number)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.DialogChoice(Dialog, State, turn.Label("pending.open"), new LogoTicket(number, 0).ToString());
    }

    /// <summary>The button that opens the list.</summary>
    public static Choice List(Turn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.StartChoice(Dialog, turn.Label("pending.list"));
    }

    private static List<Choice> Choices(Turn turn, LogoRequest request, LogoActor actor)
    {
        var may = LogoLifecycle.ActsFor(request, actor);
        var ticket = LogoTicket.Of(request).ToString();
        var choices = Acts.Where(act => may.Contains(act.Act))
            .Select(act => Button(act.Trigger, act.Trigger.Replace('_', '-'))).ToList();
        if (request.Facts.Files().Any())
        {
            choices.Add(Button("files", "files"));
        }

        choices.Add(Button("earlier", "earlier"));
        choices.Add(List(turn));
        return choices;

        Choice Button(string trigger, string label) => new(
            turn.Label("pending." + label),
            new ButtonToken(Dialog, turn.Content.Dialogs.Get(Dialog).Version, State, trigger, ticket));
    }

    private async ValueTask<RichText> WriteAsync(
        Turn turn, LogoRequest request, LogoActor actor, CancellationToken cancellationToken)
    {
        var words = LogoWording.Of(turn);
        var facts = request.Facts;
        var lines = new CardLines(turn);
        lines.Say("pending.head", ("number", request.Number!), ("state", words.Say(request.State)));
        var waits = LogoStates.Pending.Contains(request.State);
        var queued = new QueuedRequest(request, turn, options);
        lines.SayIf(waits && queued.IsUrgent, "pending.urgent");
        lines.SayIf(waits && queued.IsLate, "pending.late");
        lines.SayIf(actor.Address == request.Requester, "pending.own");
        lines.Gap();
        lines.Add(LogoField.Title, words.Title(facts));
        lines.Add("pending.other-title", turn.Language == Language.Kazakh ? facts.TitleRussian : facts.TitleKazakh);
        foreach (var field in new[]
        {
            LogoField.Ground, LogoField.Dates, LogoField.Place, LogoField.Materials, LogoField.Organiser,
        })
        {
            lines.Add(field, words.Say(facts, field));
        }

        lines.Add("pending.office", request.Office);
        lines.Add(LogoField.Contact, words.Say(facts, LogoField.Contact));
        lines.Gap();
        AddScope(lines, words, request);
        if (request.Marked.Count > 0)
        {
            lines.Add("pending.marked", string.Join(", ", request.Marked.Select(words.Say)));
        }

        AddReason(lines, words, request.Last);
        if (waits)
        {
            lines.Add("pending.since", turn.Dates.Moment(request.WaitsSince!.Value));
        }

        if (waits && request.Reviewer is { } reviewer)
        {
            lines.Add("pending.reviewer", await staff.NameAsync(turn, reviewer, cancellationToken)
                .ConfigureAwait(false));
        }

        var earlier = await records.OfOfficeAsync(request.Office, MostEarlier, cancellationToken)
            .ConfigureAwait(false);
        lines.Add("pending.earlier-count", Math.Max(0, earlier.Count - 1));
        if (waits)
        {
            var same = await records.SameEventAsync(request.Region, facts, request.Number, cancellationToken)
                .ConfigureAwait(false);
            var found = LogoChecks.Findings(facts, turn.Today, same, turn.Content.Calendar, options);
            lines.AddList("pending.checks", [.. found.Select(words.Say).DefaultIfEmpty(
                turn.Label("pending.no-findings"))]);
        }

        return lines.Build();
    }

    // What a colleague gave as the reason of where the request stands.
    private static void AddReason(CardLines lines, LogoWording words, AuditEntry? last)
    {
        if (last is not { Role: LogoRole.Approver or LogoRole.Head })
        {
            return;
        }

        if (last.Refusal is { } refusal)
        {
            lines.Add("logonews.refusal-label", words.Say(refusal));
        }

        if (last.Reason is { } reason)
        {
            lines.Add("logonews.reason-label", reason);
        }
    }

    private static void AddScope(CardLines lines, LogoWording words, LogoRequest request)
    {
        if (request.Scope is not { } scope)
        {
            return;
        }

        lines.Add("pending.allowed", words.Say(scope.Materials));
        lines.Add("pending.allowed-dates", words.Say(scope.Dates));
        lines.AddList("pending.conditions", scope.Conditions ?? []);
    }
}
