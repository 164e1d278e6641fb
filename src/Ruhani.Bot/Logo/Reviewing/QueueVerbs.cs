using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo.Reviewing;

/// <summary>The list of what waits, its pages and its filters.</summary>
public sealed class QueueVerbs(LogoInbox inbox, LogoStaff staff, QueueText text, Digest digest) : IVerbSource
{
    // With the ways to other pages and filters it fits the narrowest network's list.
    private const int PageSize = 7;
    private static readonly string[] Grounds = ["plan", "instruction", "agreement", "none"];

    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs =>
    [
        new Verb("pending.list", ["card", "list", "filters"], ListAsync),
        new Verb("pending.filters", ["list"], FiltersAsync),
    ];

    private async ValueTask<VerbResult> ListAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (turn.Activity.IsGroup)
        {
            turn.Say("form.private-only");
            return VerbResult.Wait;
        }

        if (LogoTicket.Read(argument) is { } ticket)
        {
            return new VerbResult("card", ticket.ToString());
        }

        if (RequestNumberReader.Read(argument).IsMistyped)
        {
            turn.Say(LogoWording.Key(new LogoDenial.Unknown()), choices: [LogoCard.List(turn)]);
            return VerbResult.Wait;
        }

        var filter = QueueFilter.Read(argument);
        var all = await QueueAsync(turn, cancellationToken).ConfigureAwait(false);
        if (all.Count > 0)
        {
            await digest.EnsureAsync(turn, cancellationToken).ConfigureAwait(false);
        }

        var found = all.Where(one => filter.Takes(one, turn.AccountAddress)).ToList();
        var page = Math.Clamp(filter.Page, 0, Math.Max(0, (found.Count - 1) / PageSize));
        var shown = found.Skip(page * PageSize).Take(PageSize).ToList();
        var choices = shown.Select(one => QueueText.Choice(turn, one)).ToList();
        AddPage(page + 1, "pending.more", (page + 1) * PageSize < found.Count);
        AddPage(page - 1, "pending.previous", page > 0);
        if (all.Count > 0)
        {
            choices.Add(turn.Choice("filters", "", turn.Label("pending.filter")));
        }

        turn.Say(
            found.Count > 0 ? "pending.all" : filter.Code == QueueFilter.All.Code ? "pending.empty"
                : "pending.empty-filter",
            TextArguments.Of(
                ("count", found.Count),
                ("filter", Name(turn, filter.Code)),
                ("items", await text.WriteAsync(turn, shown, cancellationToken).ConfigureAwait(false))),
            choices,
            replaces: true);
        return VerbResult.Wait;

        void AddPage(int number, string label, bool isThere)
        {
            if (isThere)
            {
                choices.Add(turn.Choice("list", (filter with { Page = number }).ToString(), turn.Label(label)));
            }
        }
    }

    private async ValueTask<VerbResult> FiltersAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var all = await QueueAsync(turn, cancellationToken).ConfigureAwait(false);
        var regions = all.Select(one => one.Request.Region).Distinct().Order().Select(QueueFilter.OfRegion).ToList();
        var codes = QueueFilter.Plain.Concat(Grounds.Select(QueueFilter.OfGround))
            .Concat(regions.Count > 1 ? regions : [])
            .Where(code => code == QueueFilter.All.Code
                || all.Any(one => new QueueFilter(code, 0).Takes(one, turn.AccountAddress)));
        turn.Say("pending.filters", choices:
        [
            .. codes.Select(code => turn.Choice("list", new QueueFilter(code, 0).ToString(), Name(turn, code))),
        ]);
        return VerbResult.Wait;
    }

    private async Task<IReadOnlyList<QueuedRequest>> QueueAsync(Turn turn, CancellationToken cancellationToken) =>
        await inbox.OfAsync(
            turn,
            await staff.ActorAsync(turn, null, cancellationToken).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);

    private static string Name(Turn turn, string code)
    {
        var filter = new QueueFilter(code, 0);
        return filter.Region is { } region ? Regions.Name(turn.Content.Texts, turn.Language, region)
            : filter.Ground is { } ground && Grounds.Contains(ground) ? turn.Label("logo.ground-" + ground)
            : turn.Label("pending.filter-" + (QueueFilter.Plain.Contains(code) ? code : QueueFilter.All.Code));
    }
}
