using System.Globalization;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo.Reviewing;

/// <summary>
/// The form of a decision. What was shown is what is decided: the form carries the version of the card it was begun
/// from, and whoever comes second is told who was first.
/// </summary>
public sealed class DecideVerbs(LogoRecords records, LogoStaff staff, LogoActing acting) : IVerbSource
{
    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs =>
    [
        new Verb("decide.open", ["open", "closed"], OpenAsync),
        new Verb("decide.save", ["saved"], SaveAsync),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<OptionSource> Options =>
    [
        new OptionSource("decide.materials", MaterialsAsync),
        new OptionSource("decide.fields", (turn, _) => ValueTask.FromResult<IReadOnlyList<SlotOption>>(
        [
            .. Enum.GetValues<LogoField>().Select(one => new SlotOption(
                Decision.Code(one), LogoWording.Of(turn).Say(one))),
        ])),
        new OptionSource("decide.reasons", (turn, _) => ValueTask.FromResult<IReadOnlyList<SlotOption>>(
        [
            .. Enum.GetValues<RefusalReason>().Select(reason => new SlotOption(
                Decision.Code(reason), LogoWording.Of(turn).Say(reason))),
        ])),
        new OptionSource("decide.colleagues", async (turn, token) =>
        [
            .. (await ColleaguesAsync(turn, await RequestAsync(turn, token).ConfigureAwait(false), token)
                .ConfigureAwait(false))
                .Select(one => new SlotOption(one.Key, one.Name ?? turn.Label("roles.approver"))),
        ]),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<AnswerCheck> Checks => [new AnswerCheck("decide.dates", DatesAsync)];

    private async ValueTask<VerbResult> OpenAsync(Turn turn, string about, CancellationToken cancellationToken)
    {
        if (LogoTicket.Read(about) is not { } ticket
            || await records.FindAsync(ticket.Number, cancellationToken).ConfigureAwait(false) is not { } request)
        {
            await acting.DenyAsync(turn, "", new LogoDenial.Unknown(), cancellationToken).ConfigureAwait(false);
            return new VerbResult("closed");
        }

        var colleagues = await ColleaguesAsync(turn, request, cancellationToken).ConfigureAwait(false);
        var trial = Decision.Trial(
            turn.Form!.Entry, ticket.Mark, request.Facts, colleagues.Count > 0 ? colleagues[0].Actor : null);
        if (trial is null)
        {
            turn.Say("decide.nobody", choices: [LogoCard.Open(turn, ticket.Number)]);
            return new VerbResult("closed");
        }

        if (!await acting.CanAsync(turn, ticket.Number, trial, cancellationToken).ConfigureAwait(false))
        {
            return new VerbResult("closed");
        }

        turn.Form = turn.Form! with { Subject = Subject(turn, request) };
        return new VerbResult("open");
    }

    private async ValueTask<VerbResult> SaveAsync(Turn turn, string about, CancellationToken cancellationToken)
    {
        var run = turn.Form!;
        if (LogoTicket.Read(run.Argument) is not { } ticket
            || await records.FindAsync(ticket.Number, cancellationToken).ConfigureAwait(false) is not { } request)
        {
            await acting.DenyAsync(turn, "", new LogoDenial.Unknown(), cancellationToken).ConfigureAwait(false);
            return new VerbResult("saved");
        }

        var colleagues = await ColleaguesAsync(turn, request, cancellationToken).ConfigureAwait(false);
        var to = colleagues.FirstOrDefault(one => one.Key == turn.Answers.Words("to"));
        var act = Decision.Of(run.Entry, ticket.Mark, request, turn.Answers, to?.Actor);
        if (act is null)
        {
            turn.Say("decide.nobody", choices: [LogoCard.Open(turn, ticket.Number)]);
        }
        else if (await acting.DoAsync(turn, ticket.Number, act, cancellationToken).ConfigureAwait(false) is { } done)
        {
            turn.Say(
                "decide.done-" + run.Entry.Replace('_', '-'),
                TextArguments.Of(("subject", Subject(turn, done))),
                [LogoCard.Open(turn, ticket.Number), LogoCard.List(turn)]);
        }

        return new VerbResult("saved");
    }

    private async ValueTask<IReadOnlyList<SlotOption>> MaterialsAsync(Turn turn, CancellationToken cancellationToken) =>
        await RequestAsync(turn, cancellationToken).ConfigureAwait(false) is { } request
            ?
            [
                .. request.Facts.Materials.Index().Select(material => new SlotOption(
                    material.Index.ToString(CultureInfo.InvariantCulture), LogoWording.Of(turn).Say(material.Item))),
            ]
            : [];

    private async ValueTask<SlotReading.Wrong?> DatesAsync(
        Turn turn, SlotValue value, CancellationToken cancellationToken) =>
        value is SlotValue.Period days
            && await RequestAsync(turn, cancellationToken).ConfigureAwait(false) is { } request
            && !request.Facts.Dates.Covers(new DayRange(days.From, days.To))
                ? new SlotReading.Wrong("decide.dates-outside", TextArguments.Of(
                    ("days", LogoWording.Of(turn).Say(request.Facts.Dates))))
                : null;

    // Whom it may be handed to: everybody who decides in the region, but who asks and who has it.
    private async ValueTask<IReadOnlyList<LogoColleague>> ColleaguesAsync(
        Turn turn, LogoRequest? request, CancellationToken cancellationToken) => request is null
            ? []
            :
            [
                .. (await staff.AllAsync(cancellationToken).ConfigureAwait(false))
                    .Where(one => one.Decides(request.Region) && one.Address != request.Requester
                        && one.Address != request.Reviewer && one.Address != turn.AccountAddress),
            ];

    private async ValueTask<LogoRequest?> RequestAsync(Turn turn, CancellationToken cancellationToken) =>
        LogoTicket.Read(turn.Form?.Argument ?? "") is { } ticket
            ? await records.FindAsync(ticket.Number, cancellationToken).ConfigureAwait(false)
            : null;

    private static string Subject(Turn turn, LogoRequest request) =>
        $"{request.Number}, {LogoWording.Of(turn).Quoted(request.Facts)}";
}
