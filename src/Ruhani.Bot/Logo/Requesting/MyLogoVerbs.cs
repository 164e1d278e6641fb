using System.Globalization;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Dialogs.Forms;
using Ruhani.Bot.Logo.Permits;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo.Requesting;

/// <summary>A person's own requests: the list, a card of each, and what the requester may still do.</summary>
public sealed class MyLogoVerbs(LogoDesk desk, LogoRecords records, LogoNews news, PermitWriter permits)
    : IVerbSource, IOwnThings
{
    private const string Dialog = "mylogo";
    private const int PageSize = 5;

    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs =>
    [
        new Verb("mylogo.list", ["list", "card"], ListAsync),
        new Verb("mylogo.card", ["list", "permit", "remind", "withdraw", "appeal", "accept"], CardAsync),
        new Verb("mylogo.permit", ["card"], PermitAsync),
        new Verb("mylogo.withdraw", ["sure", "card"], WithdrawAsync),
        Act("mylogo.withdrawn", new LogoAct.Withdraw(null), "mylogo.withdrawn"),
        Act("mylogo.remind", new LogoAct.Remind(), "mylogo.reminded"),
        Act("mylogo.appeal", new LogoAct.AskReview(null), "mylogo.appealed"),
        Act("mylogo.accept", new LogoAct.Close(), "mylogo.closed"),
    ];

    /// <inheritdoc/>
    public async ValueTask<bool> SayAsync(Turn turn, CancellationToken cancellationToken)
    {
        var found = await records.OfPersonAsync(turn.AccountAddress, PageSize + 1, cancellationToken)
            .ConfigureAwait(false);
        if (found.Count > 0)
        {
            SayList(turn, found, 0);
        }

        return found.Count > 0;
    }

    private async ValueTask<VerbResult> ListAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var from = int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : 0;
        var found = await records.OfPersonAsync(turn.AccountAddress, from + PageSize + 1, cancellationToken)
            .ConfigureAwait(false);
        if (found.Count > from)
        {
            SayList(turn, [.. found.Skip(from)], from);
        }
        else
        {
            turn.Say("mylogo.none", choices: [turn.StartChoice("logo", turn.Label("mylogo.new"))]);
        }

        return VerbResult.Wait;
    }

    private static void SayList(Turn turn, IReadOnlyList<LogoRequest> found, int from)
    {
        var wording = LogoWording.Of(turn);
        var lines = new RichText.Builder();
        var choices = new List<Choice>();
        foreach (var (index, request) in found.Take(PageSize).Index())
        {
            // Typing the place does what the button does, and two requests for one event are told apart.
            var place = Place(index + 1);
            var title = wording.Title(request.Facts);
            lines.AddPlain("\n", bold: false).Add(turn.Content.Texts.Render(
                turn.Language,
                "mylogo.line",
                TextArguments.Of(
                    ("place", place),
                    ("number", request.Number!),
                    ("title", title),
                    ("state", wording.Say(request.State)))));
            choices.Add(Choice(turn, "card", $"{place}. {title}", LogoTicket.Of(request).ToString()));
        }

        if (from > 0)
        {
            choices.Add(Choice(turn, "list", turn.Label("mylogo.newer"), Place(Math.Max(0, from - PageSize))));
        }

        if (found.Count > PageSize)
        {
            choices.Add(Choice(turn, "list", turn.Label("mylogo.older"), Place(from + PageSize)));
        }

        choices.Add(turn.StartChoice("logo", turn.Label("mylogo.new")));
        turn.Say("mylogo.list", TextArguments.Of(("lines", lines.Build())), choices);
    }

    private async ValueTask<VerbResult> CardAsync(Turn turn, string about, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, about, cancellationToken).ConfigureAwait(false) is not { } request)
        {
            return VerbResult.Wait;
        }

        var ticket = LogoTicket.Of(request).ToString();
        var acts = LogoLifecycle.ActsFor(request, LogoActor.Requester(turn.AccountAddress));
        turn.Say("mylogo.card", TextArguments.Of(("card", Card(turn, request))),
        [
            .. request.State.IsPermit()
                ? [turn.Choice("permit", ticket, turn.Label("permit.get"))]
                : Array.Empty<Choice>(),
            .. Can(LogoActKind.Submit, turn.DialogChoice("logo", "fix", turn.Label("mylogo.fix"), ticket)),
            .. Can(LogoActKind.AskReview, turn.Choice("appeal", ticket, turn.Label("mylogo.appeal"))),
            .. Can(LogoActKind.Close, turn.Choice("accept", ticket, turn.Label("mylogo.accept"))),
            .. Can(LogoActKind.Remind, turn.Choice("remind", ticket, turn.Label("mylogo.remind"))),
            .. Can(LogoActKind.Withdraw, turn.Choice("withdraw", ticket, turn.Label("mylogo.withdraw"))),
            turn.DialogChoice("logo", "copy", turn.Label("mylogo.copy"), ticket),
            turn.Choice("list", "", turn.Label("mylogo.all")),
        ]);
        return VerbResult.Wait;

        IEnumerable<Choice> Can(LogoActKind act, Choice choice) => acts.Contains(act) ? [choice] : [];
    }

    private async ValueTask<VerbResult> PermitAsync(Turn turn, string about, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, about, cancellationToken).ConfigureAwait(false) is not { } request)
        {
            return VerbResult.Wait;
        }

        if (await permits.PrintAsync(turn, request, cancellationToken).ConfigureAwait(false) is { } file)
        {
            turn.SayWithFile(
                file, asPicture: false, "permit.here", TextArguments.Of(("number", request.Number!)));
            return VerbResult.Wait;
        }

        return new VerbResult("card", LogoTicket.Of(request).ToString());
    }

    private static RichText Card(Turn turn, LogoRequest request)
    {
        var wording = LogoWording.Of(turn);
        var facts = request.Facts;
        var lines = new RichText.Builder();
        lines.AddPlain(wording.Title(facts), bold: true).AddPlain("\n", bold: false);
        Add("mylogo.number-label", request.Number!);
        Add("mylogo.state-label", wording.Say(request.State));
        Add("mylogo.sent-label", turn.Dates.Moment(request.SubmittedAt!.Value));
        foreach (var field in new[] { LogoField.Ground, LogoField.Dates, LogoField.Place, LogoField.Materials })
        {
            Add(LogoWording.Key(field), wording.Say(facts, field));
        }

        if (request.Scope is { } scope)
        {
            Add("mylogo.permitted-label", $"{wording.Say(scope.Materials)}; {wording.Say(scope.Dates)}");
            foreach (var condition in scope.Conditions ?? [])
            {
                Add("mylogo.condition-label", condition);
            }
        }

        if (request.Marked.Count > 0)
        {
            Add("mylogo.marked-label", string.Join(", ", request.Marked.Select(wording.Say)));
        }

        if (request.Last is { Refusal: { } refusal, Role: not LogoRole.System })
        {
            Add("logonews.refusal-label", wording.Say(refusal));
        }

        if (Reason(request) is { } reason)
        {
            Add("mylogo.reason-label", reason);
        }

        var plain = "mylogo.plain-" + LogoWording.Key(request.State)["logo.state-".Length..];
        return lines.AddPlain("\n", bold: false).Add(turn.Content.Texts.Render(turn.Language, plain)).Build();

        void Add(string label, string value) => lines.Add(turn.Content.Texts.Render(
            turn.Language, "form.answer", TextArguments.Of(("label", turn.Label(label)), ("value", value))))
            .AddPlain("\n", bold: false);
    }

    // What the office said to it last; the requester's own words need not be told.
    private static string? Reason(LogoRequest request) =>
        request.Last is { Reason: { } reason, Role: not LogoRole.Requester } ? reason : null;

    private async ValueTask<VerbResult> WithdrawAsync(Turn turn, string about, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, about, cancellationToken).ConfigureAwait(false) is not { } request)
        {
            return VerbResult.Wait;
        }

        var ticket = LogoTicket.Of(request).ToString();
        if (!LogoLifecycle.ActsFor(request, LogoActor.Requester(turn.AccountAddress)).Contains(LogoActKind.Withdraw))
        {
            Deny(turn, new LogoDenial.NotInThisState(request.State));
            return new VerbResult("card", ticket);
        }

        turn.Say(
            "mylogo.withdraw-sure",
            TextArguments.Of(("number", request.Number!), ("title", LogoWording.Of(turn).Title(request.Facts))),
            [
                turn.Choice("sure", ticket, turn.Label("mylogo.sure")),
                turn.Choice("card", ticket, turn.Label("mylogo.leave")),
            ]);
        return VerbResult.Wait;
    }

    private Verb Act(string name, LogoAct act, string said) => new(name, ["card"], async (turn, about, token) =>
    {
        var number = LogoTicket.Read(about)?.Number ?? "";
        var result = await desk.ActAsync(number, act, LogoActor.Requester(turn.AccountAddress), turn.Now, token)
            .ConfigureAwait(false);
        if (result.Outcome is LogoOutcome.Done done)
        {
            turn.Put(result);
            await news.TellAsync(turn, done, token).ConfigureAwait(false);
            turn.Say(said, TextArguments.Of(("number", done.Request.Number!)));
            return VerbResult.Wait;
        }

        var why = ((LogoOutcome.Denied)result.Outcome).Why;
        Deny(turn, why);
        return why is LogoDenial.NotInThisState ? new VerbResult("card", about) : VerbResult.Wait;
    });

    private async ValueTask<LogoRequest?> FindAsync(Turn turn, string about, CancellationToken cancellationToken)
    {
        var request = LogoTicket.Read(about) is { } ticket
            ? await records.FindAsync(ticket.Number, cancellationToken).ConfigureAwait(false)
            : null;
        if (request?.Requester == turn.AccountAddress)
        {
            return request;
        }

        Deny(turn, request is null ? new LogoDenial.Unknown() : new LogoDenial.NotYours());
        return null;
    }

    private static void Deny(Turn turn, LogoDenial why) =>
        turn.Say(LogoWording.Key(why), LogoWording.Of(turn).Arguments(why));

    private static Choice Choice(Turn turn, string trigger, string label, string argument) =>
        turn.DialogChoice(Dialog, trigger, label, argument);

    private static string Place(int from) => from.ToString(CultureInfo.InvariantCulture);
}
