using System.Globalization;
using System.Text.Json;
using Ruhani.Bot.Logo.Permits;
using Ruhani.Bot.Office;
using Ruhani.Bot.PersonalData;
using Ruhani.Bot.Staff;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Timers;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo;

/// <summary>
/// Lets everybody know what was done to a request: each hears it in a turn of their own conversation, written with the
/// commit of the act. What a request waits for is looked after from here on, too.
/// </summary>
public sealed class LogoNews(
    LogoStaff staff, IStore store, LogoOptions options, IEnumerable<IStaffRoom> rooms)
{
    /// <summary>The dialog that says it.</summary>
    public const string Dialog = "logonews";

    private const string CardTrigger = "card";
    private const int MostCards = 1000;

    /// <summary>Schedules what everybody must hear of an act; once for each act, in the act's own turn.</summary>
    /// <param name="turn">The turn of the act.</param>
    /// <param name="done">What was done.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask TellAsync(Turn turn, LogoOutcome.Done done, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var news = await OfAsync(done, turn.Now, turn.Content.Calendar, cancellationToken).ConfigureAwait(false);
        foreach (var (at, timer) in news)
        {
            // Whoever takes a request by its card sees the card change in the same turn.
            if (timer.Trigger != CardTrigger || done.Added[^1].Act != LogoActKind.Take
                || timer.Conversation != turn.Activity.Conversation.ToString())
            {
                Schedule(turn, at, timer);
            }
        }
    }

    /// <summary>What everybody must hear of an act that no turn did, to be written with it.</summary>
    /// <param name="cause">What did it: makes the writes unique, and the same when it is done again.</param>
    /// <param name="done">What was done.</param>
    /// <param name="now">When.</param>
    /// <param name="calendar">When the office works.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<DocumentWrite>> WritesAsync(
        string cause,
        LogoOutcome.Done done,
        DateTimeOffset now,
        WorkingCalendar calendar,
        CancellationToken cancellationToken)
    {
        var news = await OfAsync(done, now, calendar, cancellationToken).ConfigureAwait(false);
        return [.. news.Index().Select(one => TimerWrites.New(Name(cause, one.Index), one.Item.At, one.Item.Timer))];

        static string Name(string cause, int index) =>
            string.Create(CultureInfo.InvariantCulture, $"{cause}/n{index}");
    }

    /// <summary>True for what colleagues are told of in words where their card can't change.</summary>
    internal static bool IsTold(LogoActKind act) => act is not (LogoActKind.Submit or LogoActKind.AutoRefuse
        or LogoActKind.AskReview or LogoActKind.Remind or LogoActKind.HandOn or LogoActKind.Expire);

    /// <summary>What the cards of a request are kept up to date about.</summary>
    internal static string CardOf(string number) => "logo:" + number;

    /// <summary>Tells those whose turn it is that a request waits.</summary>
    internal async ValueTask EscalateAsync(
        Turn turn, LogoRequest request, EscalationStep step, CancellationToken cancellationToken)
    {
        var responsible = await ResponsibleAsync(request, turn.Today, cancellationToken).ConfigureAwait(false);
        var others = step switch
        {
            EscalationStep.Deputy => await staff.ApproversAsync(request.Region, cancellationToken)
                .ConfigureAwait(false),
            EscalationStep.Head => await staff.HeadsAsync(request.Region, cancellationToken).ConfigureAwait(false),
            _ => [],
        };
        var next = others.Where(one => one.Address != request.Requester
            && responsible.All(known => known.Address != one.Address)
            && one.Absence?.Covers(turn.Today) != true).ToList();
        var trigger = next.Count == 0 ? "waiting" : step == EscalationStep.Deputy ? "deputy" : "head";
        foreach (var one in next.Count > 0 ? next : responsible)
        {
            Schedule(turn, turn.Now, Note(one.Home, one.Address, trigger, LogoTicket.Of(request)));
        }
    }

    /// <summary>A permit whose requester's data is deleted ends all the same, under a colleague's eyes.</summary>
    internal async ValueTask KeepEndAsync(
        Turn turn, LogoRequest request, PersonalScope leaving, CancellationToken cancellationToken)
    {
        if (await EndAsync(request, leaving, cancellationToken).ConfigureAwait(false) is var (at, timer))
        {
            Schedule(turn, at, timer);
        }
    }

    private async Task<IReadOnlyList<(DateTimeOffset At, BotTimer Timer)>> OfAsync(
        LogoOutcome.Done done, DateTimeOffset now, WorkingCalendar calendar, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(done);
        var request = done.Request;
        var last = done.Added[^1];
        var news = new List<(DateTimeOffset, BotTimer)>();
        var place = new LogoTicket(request.Number!, request.Audit.Count - 1);
        foreach (var stored in await store.ListAsync(
            new DocumentQuery(DocumentKind.Card, CardOf(request.Number!), Limit: MostCards), cancellationToken)
            .ConfigureAwait(false))
        {
            var card = JsonSerializer.Deserialize(stored.Json, StateJson.Stored.ShownCard)!;
            news.Add((now, Note(card.Conversation, card.Person, CardTrigger, place) with { IsGroup = card.IsGroup }));
        }

        var home = await staff.HomeAsync(request.Requester, cancellationToken).ConfigureAwait(false);
        if (last.Act is LogoActKind.Submit or LogoActKind.AskReview or LogoActKind.Remind)
        {
            var trigger = last.Act == LogoActKind.Remind ? "reminded" : "arrived";
            var whom = await ResponsibleAsync(request, KazakhstanTime.DayOf(now), cancellationToken)
                .ConfigureAwait(false);
            news.AddRange(whom.Select(one => (now, Note(one.Home, one.Address, trigger, LogoTicket.Of(request)))));
            var groups = rooms.Select(room => room.Conversation?.ToString()).OfType<string>()
                .Where(_ => trigger == "arrived");
            news.AddRange(groups.Select(room =>
                (now, Note(room, room, "group", LogoTicket.Of(request)) with { IsGroup = true })));
        }

        if (last.Act == LogoActKind.HandOn
            && (await staff.AllAsync(cancellationToken).ConfigureAwait(false))
                .FirstOrDefault(one => one.Address == request.Reviewer) is { } next)
        {
            news.Add((now, Note(next.Home, next.Address, "handed", LogoTicket.Of(request))));
        }

        if (last.Act is LogoActKind.Submit or LogoActKind.AskReview)
        {
            // One timer a wait, in the requester's conversation: it sees what became of it and comes again.
            var steps = Escalation.Of(request.WaitsSince!.Value, request.Facts.Dates.From, calendar, options);
            news.Add((steps.RemindAt, Note(home, request.Requester, "waits", LogoTicket.Of(request))));
        }

        if (last.Act is LogoActKind.Approve or LogoActKind.Amend
            && await EndAsync(request, except: null, cancellationToken).ConfigureAwait(false) is { } end)
        {
            news.Add(end);
        }

        if (!Erasure.IsPseudonym(request.Requester) && last.Role != LogoRole.Requester
            && last.Act is not (LogoActKind.AutoRefuse or LogoActKind.HandOn))
        {
            news.Add((now, Note(home, request.Requester, "changed", place)));
        }

        return news;
    }

    // In the requester's conversation; where there is none any more, in that of somebody who decides in the region.
    private async ValueTask<(DateTimeOffset At, BotTimer Timer)?> EndAsync(
        LogoRequest request, PersonalScope? except, CancellationToken cancellationToken)
    {
        var at = KazakhstanTime.At(request.Scope!.Dates.To.AddDays(1), PermitEnd.Morning);
        if (!Erasure.IsPseudonym(request.Requester))
        {
            var home = await staff.HomeAsync(request.Requester, cancellationToken).ConfigureAwait(false);
            return (at, Note(home, request.Requester, "ends", LogoTicket.Of(request)));
        }

        var keeper = (await staff.AllAsync(cancellationToken).ConfigureAwait(false))
            .FirstOrDefault(one => one.Decides(request.Region) && except?.Is(one.Address) != true);
        return keeper is null ? null : (at, Note(keeper.Home, keeper.Address, "ends", LogoTicket.Of(request)));
    }

    // Whoever has the request in hand, else every approver of the region, else the heads; deputies for those away.
    private async Task<IReadOnlyList<LogoColleague>> ResponsibleAsync(
        LogoRequest request, DateOnly today, CancellationToken cancellationToken)
    {
        var all = await staff.AllAsync(cancellationToken).ConfigureAwait(false);
        var reviewer = all.Where(one => one.Address == request.Reviewer).ToList();
        var approvers = reviewer.Count > 0
            ? reviewer
            : await staff.ApproversAsync(request.Region, cancellationToken).ConfigureAwait(false);
        var others = approvers.Where(one => one.Address != request.Requester).ToList();
        return LogoStaff.OnDuty(
            others.Count > 0
                ? others
                : await staff.HeadsAsync(request.Region, cancellationToken).ConfigureAwait(false),
            all,
            today);
    }

    private static void Schedule(Turn turn, DateTimeOffset at, BotTimer timer) =>
        turn.Schedule(string.Create(CultureInfo.InvariantCulture, $"n{turn.Timers.Count}"), at, timer);

    private static BotTimer Note(string home, string person, string trigger, LogoTicket about) => new()
    {
        Conversation = home,
        Person = person,
        Dialog = Dialog,
        Trigger = trigger,
        Argument = about.ToString(),
    };
}
