using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo.Reviewing;

/// <summary>A request's card, its files, the office's earlier requests, and the ways into a decision.</summary>
public sealed class PendingVerbs(
    LogoRecords records, LogoStaff staff, LogoCard card, LogoActing acting, IFileStore files) : IVerbSource
{
    private const int MostEarlier = 10;
    private static readonly string[] Decisions = ["approve", "return", "refuse", "hand_on", "amend", "revoke"];

    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs =>
    [
        new Verb(
            "pending.card",
            ["take", .. Decisions, "files", "earlier", "list"],
            CardAsync),
        new Verb("pending.take", ["card"], TakeAsync),
        new Verb("pending.files", [], FilesAsync),
        new Verb("pending.earlier", ["card"], EarlierAsync),
        .. Decisions.Select(act => new Verb("pending." + act, [], (turn, about) => Decide(turn, act, about))),
    ];

    private async ValueTask<VerbResult> CardAsync(Turn turn, string about, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, about, cancellationToken).ConfigureAwait(false) is { } request)
        {
            var actor = await staff.ActorAsync(turn, request, cancellationToken).ConfigureAwait(false);
            await card.SayAsync(turn, request, actor, "pending.card", updates: false, cancellationToken)
                .ConfigureAwait(false);
        }

        return VerbResult.Wait;
    }

    private async ValueTask<VerbResult> TakeAsync(Turn turn, string about, CancellationToken cancellationToken)
    {
        if (LogoTicket.Read(about) is not { } ticket || await acting.DoAsync(
            turn, ticket.Number, new LogoAct.Take(ticket.Mark), cancellationToken).ConfigureAwait(false)
            is not { } request)
        {
            return VerbResult.Wait;
        }

        var actor = await staff.ActorAsync(turn, request, cancellationToken).ConfigureAwait(false);
        await card.SayAsync(turn, request, actor, "pending.card", updates: false, cancellationToken)
            .ConfigureAwait(false);
        return VerbResult.Wait;
    }

    // A decision is a form of its own; one about another request is put aside.
    private static VerbResult Decide(Turn turn, string act, string about)
    {
        turn.GoTo(new NextStep.Start("decide", about, act));
        return VerbResult.Wait;
    }

    private async ValueTask<VerbResult> FilesAsync(Turn turn, string about, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, about, cancellationToken).ConfigureAwait(false) is not { } request)
        {
            return VerbResult.Wait;
        }

        var all = request.Facts.Files().ToList();
        foreach (var file in all)
        {
            var name = TextArguments.Of(("name", RichText.Verbatim(file.Name)));
            await using var content = await files.OpenAsync(file.Id, cancellationToken).ConfigureAwait(false);
            if (content is null)
            {
                turn.Say("pending.file-gone", name);
            }
            else
            {
                turn.SayWithFile(file, asPicture: true, "pending.file", name);
            }
        }

        if (all.Count == 0)
        {
            turn.Say("pending.no-files");
        }

        return VerbResult.Wait;
    }

    private async ValueTask<VerbResult> EarlierAsync(Turn turn, string about, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, about, cancellationToken).ConfigureAwait(false) is not { } request)
        {
            return VerbResult.Wait;
        }

        var words = LogoWording.Of(turn);
        var earlier = (await records.OfOfficeAsync(request.Office, MostEarlier + 1, cancellationToken)
            .ConfigureAwait(false)).Where(one => one.Number != request.Number).Take(MostEarlier).ToList();
        var lines = new CardLines(turn);
        foreach (var one in earlier)
        {
            lines.Say(
                "pending.earlier-item",
                ("number", one.Number!),
                ("state", words.Say(one.State)),
                ("title", words.Title(one.Facts)));
        }

        turn.Say(
            earlier.Count == 0 ? "pending.earlier-none" : "pending.earlier-list",
            TextArguments.Of(("office", request.Office), ("items", lines.Build())),
            [turn.Choice("card", LogoTicket.Of(request).ToString(), turn.Label("pending.open"))]);
        return VerbResult.Wait;
    }

    // The request, if the person may see it here; else they were told why not.
    private async ValueTask<LogoRequest?> FindAsync(Turn turn, string about, CancellationToken cancellationToken)
    {
        if (turn.Activity.IsGroup)
        {
            turn.Say("form.private-only");
            return null;
        }

        var ticket = LogoTicket.Read(about);
        var request = ticket is null
            ? null
            : await records.FindAsync(ticket.Value.Number, cancellationToken).ConfigureAwait(false);
        var actor = await staff.ActorAsync(turn, request, cancellationToken).ConfigureAwait(false);
        LogoDenial? denial = request is null ? new LogoDenial.Unknown()
            : !actor.Decides(request.Region) ? new LogoDenial.WrongRegion(request.Region)
            : null;
        if (denial is null)
        {
            return request;
        }

        await acting.DenyAsync(turn, ticket?.Number ?? "", denial, cancellationToken).ConfigureAwait(false);
        return null;
    }
}
