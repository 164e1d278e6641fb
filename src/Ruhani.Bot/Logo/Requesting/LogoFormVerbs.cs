using System.Globalization;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo.Requesting;

/// <summary>
/// The form of a request: a new one, one that begins as a copy, or the marked fields of a returned one.
/// </summary>
public sealed class LogoFormVerbs(
    LogoDesk desk, LogoRecords records, LogoNews news, LogoOptions options) : IVerbSource
{
    private const string FixEntry = "fix";

    // The first state of each field's questions, in the order they are asked.
    private static readonly (string State, string Outcome, LogoField? Field)[] Way =
    [
        ("ground", "ground", LogoField.Ground),
        ("region", "region", null),
        ("title_kk", "title", LogoField.Title),
        ("days", "dates", LogoField.Dates),
        ("place", "place", LogoField.Place),
        ("materials", "materials", LogoField.Materials),
        ("mock_ups", "mock_ups", LogoField.MockUps),
        ("organiser", "organiser", LogoField.Organiser),
        ("contact", "contact", LogoField.Contact),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs =>
    [
        new Verb("logo.copy", ["filled", "gone"], CopyAsync),
        new Verb("logo.fix", ["marked", "gone"], FixAsync),
        new Verb("logo.reground", [], Reground),
        new Verb("logo.next", [.. Way.Select(step => step.Outcome), "review", "corrected"], NextAsync),
        new Verb("logo.same", ["none", "anyway", "stop"], SameAsync),
        new Verb("logo.send", ["sent", "open"], SendAsync),
        new Verb("logo.resend", ["sent", "open", "gone"], ResendAsync),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<OptionSource> Options =>
    [
        new OptionSource("logo.materials", (turn, _) => ValueTask.FromResult<IReadOnlyList<SlotOption>>(
        [
            .. Enum.GetValues<LogoMaterialKind>().Select(kind => new SlotOption(
                LogoAnswers.Code(kind), turn.Label(LogoWording.Key(kind)))),
        ])),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<AnswerCheck> Checks =>
    [
        new AnswerCheck("logo.ground_day", (_, value, _) => ValueTask.FromResult(
            value is SlotValue.Date { Day: var day } && day < LogoChecks.Oldest
                ? new SlotReading.Wrong("logo.too-early")
                : null)),
        new AnswerCheck("logo.details", (turn, value, _) => ValueTask.FromResult(
            value is SlotValue.Nothing && turn.Answers.Find<SlotValue.Choices>("materials") is { } materials
                && materials.Options.Contains(LogoAnswers.Code(LogoMaterialKind.Other))
                ? new SlotReading.Wrong("logo.details-needed")
                : null)),
    ];

    private async ValueTask<VerbResult> CopyAsync(Turn turn, string about, CancellationToken cancellationToken)
    {
        // Walked anew after an answer was changed, the form holds what is to be asked for.
        if (turn.Form!.Values.Count > 0)
        {
            return new VerbResult("filled");
        }

        if (await FindOwnAsync(turn, about, cancellationToken).ConfigureAwait(false) is not { } request)
        {
            return new VerbResult("gone");
        }

        LogoAnswers.Take(
            turn, request.Facts, Enum.GetValues<LogoField>().Except([LogoField.Dates]), areSure: true);
        turn.SetAnswer("region", new SlotValue.Choice(request.Region.ToString("D2", CultureInfo.InvariantCulture)));
        turn.Say("logo.copied", TextArguments.Of(("number", request.Number!)));
        return new VerbResult("filled");
    }

    private async ValueTask<VerbResult> FixAsync(Turn turn, string about, CancellationToken cancellationToken)
    {
        if (await FindOwnAsync(turn, about, cancellationToken).ConfigureAwait(false) is not { } request)
        {
            return new VerbResult("gone");
        }

        if (request.State != LogoState.Returned || LogoTicket.Read(about)!.Value.Mark != request.Version)
        {
            Deny(turn, request.State == LogoState.Returned
                ? new LogoDenial.Outdated(LogoTicket.Read(about)!.Value.Mark, request.Version)
                : new LogoDenial.NotInThisState(request.State));
            return new VerbResult("gone");
        }

        if (turn.Form!.Values.Count == 0)
        {
            var wording = LogoWording.Of(turn);
            LogoAnswers.Take(turn, request.Facts, request.Marked, areSure: false);
            turn.Say("logo.fix", TextArguments.Of(
                ("number", request.Number!),
                ("fields", string.Join(", ", request.Marked.Select(wording.Say))),
                ("reason", request.Last?.Reason ?? "–")));
        }

        return new VerbResult("marked");
    }

    // Another ground may have been found: the question is asked anew, and what was said to the refusal no longer holds.
    private static VerbResult Reground(Turn turn, string argument)
    {
        turn.Form = turn.Form! with { Trail = [.. turn.Form.Trail.Where(passed => passed.State != "refused")] };
        turn.GoTo(new NextStep.Revisit("ground"));
        return VerbResult.Wait;
    }

    private async ValueTask<VerbResult> NextAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var returned = await FindReturnedAsync(turn, cancellationToken).ConfigureAwait(false);
        var passed = turn.Form!.Trail.Select(one => one.State).ToHashSet(StringComparer.Ordinal);
        foreach (var (state, outcome, field) in Way.Where(step => !passed.Contains(step.State)))
        {
            var isAsked = turn.Form.Entry == FixEntry
                ? field is { } one && returned?.Marked.Contains(one) == true
                : state != "region" || turn.Account.Membership is null;
            if (isAsked)
            {
                return new VerbResult(outcome);
            }
        }

        var facts = FactsOf(turn, returned);
        var noticed = LogoChecks.Findings(facts, turn.Today, [], turn.Content.Calendar, options)
            .Where(finding => !finding.IsBlocking).ToList();
        if (noticed.Count > 0)
        {
            var wording = LogoWording.Of(turn);
            turn.Say("logo.noticed", TextArguments.Of(
                ("findings", string.Join('\n', noticed.Select(finding => "• " + wording.Say(finding))))));
        }

        return new VerbResult(turn.Form.Entry == FixEntry ? "corrected" : "review");
    }

    private async ValueTask<VerbResult> SameAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var returned = await FindReturnedAsync(turn, cancellationToken).ConfigureAwait(false);
        var others = await records.SameEventAsync(
            RegionOf(turn, returned), FactsOf(turn, returned), returned?.Number, cancellationToken)
            .ConfigureAwait(false);
        if (others.Count == 0)
        {
            return new VerbResult("none");
        }

        var wording = LogoWording.Of(turn);
        turn.Say(
            "logo.same",
            TextArguments.Of(("requests", string.Join('\n', others.Select(other =>
                $"• {other.Number} – {wording.Title(other.Facts)}, {wording.Say(other.Facts.Dates)}. "
                + wording.Say(other.State))))),
            [
                turn.Choice("anyway", "", turn.Label("logo.anyway")),
                turn.Choice("stop", "", turn.Label("logo.stop")),
            ]);
        return VerbResult.Wait;
    }

    private async ValueTask<VerbResult> SendAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var facts = LogoAnswers.Facts(turn.Answers);
        var draft = LogoRequest.Draft(
            turn.AccountAddress, turn.Language.Code(), facts.Organiser, RegionOf(turn, null), facts);
        var result = await desk.SubmitAsync(
            draft, LogoActor.Requester(turn.AccountAddress), turn.Now, asksReview: true, cancellationToken)
            .ConfigureAwait(false);
        if (result.Outcome is not LogoOutcome.Done done)
        {
            Deny(turn, ((LogoOutcome.Denied)result.Outcome).Why);
            return new VerbResult("open");
        }

        turn.Put(result);
        await news.TellAsync(turn, done, cancellationToken).ConfigureAwait(false);
        Confirm(turn, done.Request, "logo.sent");
        return new VerbResult("sent");
    }

    private async ValueTask<VerbResult> ResendAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (await FindReturnedAsync(turn, cancellationToken).ConfigureAwait(false) is not { } request)
        {
            Deny(turn, new LogoDenial.Unknown());
            return new VerbResult("gone");
        }

        var result = await desk.ResubmitAsync(
            request.Number!,
            LogoTicket.Read(turn.Form!.Argument)!.Value.Mark,
            FactsOf(turn, request),
            LogoActor.Requester(turn.AccountAddress),
            turn.Now,
            asksReview: true,
            cancellationToken).ConfigureAwait(false);
        if (result.Outcome is not LogoOutcome.Done done)
        {
            var why = ((LogoOutcome.Denied)result.Outcome).Why;
            Deny(turn, why);
            return new VerbResult(why is LogoDenial.Incomplete ? "open" : "gone");
        }

        turn.Put(result);
        await news.TellAsync(turn, done, cancellationToken).ConfigureAwait(false);
        Confirm(turn, done.Request, "logo.sent-again");
        return new VerbResult("sent");
    }

    private static void Confirm(Turn turn, LogoRequest request, string key) => turn.Say(
        request.State == LogoState.HumanReview ? "logo.sent-to-person" : key,
        TextArguments.Of(("number", request.Number!)),
        [turn.DialogChoice("mylogo", "card", turn.Label("logo.to-card"), LogoTicket.Of(request).ToString())]);

    private static void Deny(Turn turn, LogoDenial why) =>
        turn.Say(LogoWording.Key(why), LogoWording.Of(turn).Arguments(why));

    private async ValueTask<LogoRequest?> FindOwnAsync(
        Turn turn, string about, CancellationToken cancellationToken)
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

    private async ValueTask<LogoRequest?> FindReturnedAsync(Turn turn, CancellationToken cancellationToken) =>
        turn.Form!.Entry == FixEntry && LogoTicket.Read(turn.Form.Argument) is { } ticket
            ? await records.FindAsync(ticket.Number, cancellationToken).ConfigureAwait(false)
            : null;

    private static LogoFacts FactsOf(Turn turn, LogoRequest? returned) => returned is null
        ? LogoAnswers.Facts(turn.Answers)
        : LogoAnswers.Correct(returned.Facts, returned.Marked, turn.Answers);

    private static int RegionOf(Turn turn, LogoRequest? returned) => returned?.Region
        ?? turn.Account.Membership?.Region
        ?? int.Parse(turn.Answers.Words("region")!, NumberStyles.None, CultureInfo.InvariantCulture);
}
