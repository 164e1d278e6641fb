using System.Globalization;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Logo;
using Ruhani.Bot.People;
using Ruhani.Bot.Staff;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.PersonalData;

/// <summary>
/// Deletes everything that is kept about a person: what goes and what stays is said first, and it is asked twice. Every
/// button carries the moment it was offered; an old one asks anew instead of deleting what has come since.
/// </summary>
public sealed class EraseVerbs(
    Lazy<MyData> data, PersonalScopes scopes, LogoData requests, RoleBook book)
    : IVerbSource
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs =>
    [
        new Verb("mydata.first", ["sure", "keep", "export"], FirstAsync),
        new Verb("mydata.second", ["sure", "keep", "again"], SecondAsync),
        new Verb("mydata.erase", ["again"], EraseAsync),
        new Verb("mydata.kept", [], Kept),
    ];

    private async ValueTask<VerbResult> FirstAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (Privately.Says(turn) || await RefusesAsync(turn, cancellationToken).ConfigureAwait(false))
        {
            return VerbResult.Wait;
        }

        var scope = await scopes.OfAsync(turn, cancellationToken).ConfigureAwait(false);
        var lines = new RichText.Builder();
        Add("mydata.erase-decisions", isSo: true);
        var open = await requests.OpenAsync(scope, cancellationToken).ConfigureAwait(false);
        Add("mydata.erase-requests", open.Count > 0, ("numbers", string.Join(", ", open)), ("count", open.Count));
        var membership = turn.Account.Membership;
        Add(
            "mydata.erase-role",
            membership is not null,
            ("roles", membership is null ? "" : StaffOptions.Names(turn, membership.Roles)));
        Add("mydata.erase-configured", book.Of(turn.AccountAddress, null).Count > 1);
        Add("mydata.erase-stop", scope.People.Values.Any(person => person.HasSaidStop));
        Add("mydata.erase-linked", scope.People.Count > 1, ("count", scope.People.Count));
        turn.Say("mydata.erase-first", TextArguments.Of(("lines", lines.Build())),
        [
            turn.Choice("sure", Moment(turn), turn.Label("mydata.erase")),
            turn.Choice("export", "", turn.Label("mydata.export")),
            turn.Choice("keep", "", turn.Label("mydata.keep")),
        ]);
        turn.IsOffered = true;
        return VerbResult.Wait;

        void Add(string key, bool isSo, params (string, object)[] arguments)
        {
            if (isSo)
            {
                lines.AddPlain("\n", bold: false)
                    .Add(turn.Content.Texts.Render(turn.Language, key, TextArguments.Of(arguments)));
            }
        }
    }

    private async ValueTask<VerbResult> SecondAsync(Turn turn, string offered, CancellationToken cancellationToken)
    {
        if (Privately.Says(turn) || await RefusesAsync(turn, cancellationToken).ConfigureAwait(false))
        {
            return VerbResult.Wait;
        }

        if (!IsFresh(turn, offered))
        {
            return new VerbResult("again");
        }

        turn.Say("mydata.erase-second", choices:
        [
            turn.Choice("sure", Moment(turn), turn.Label("mydata.erase-all")),
            turn.Choice("keep", "", turn.Label("mydata.keep")),
        ]);
        turn.IsOffered = true;
        return VerbResult.Wait;
    }

    private async ValueTask<VerbResult> EraseAsync(Turn turn, string offered, CancellationToken cancellationToken)
    {
        if (Privately.Says(turn) || await RefusesAsync(turn, cancellationToken).ConfigureAwait(false))
        {
            return VerbResult.Wait;
        }

        if (!IsFresh(turn, offered))
        {
            return new VerbResult("again");
        }

        await data.Value.EraseAsync(turn, cancellationToken).ConfigureAwait(false);
        turn.Say("mydata.erased");
        turn.IsOffered = true;
        return VerbResult.Wait;
    }

    private static VerbResult Kept(Turn turn, string argument)
    {
        turn.Say("mydata.kept");
        return VerbResult.Wait;
    }

    // The office keeps an administrator.
    private async ValueTask<bool> RefusesAsync(Turn turn, CancellationToken cancellationToken)
    {
        var member = await book.FindAsync(StaffMember.KeyOf(turn.AccountAddress), cancellationToken)
            .ConfigureAwait(false);
        if (member is null || !await book.IsLastAdministratorAsync(member, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        turn.Say("mydata.erase-last", choices: [turn.StartChoice("invite", turn.Label("roles.invite"))]);
        return true;
    }

    private static string Moment(Turn turn) => turn.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static bool IsFresh(Turn turn, string offered) =>
        long.TryParse(offered, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && turn.Now - DateTimeOffset.FromUnixTimeSeconds(Math.Min(seconds, turn.Now.ToUnixTimeSeconds())) <= Fresh;
}
