using System.Globalization;
using System.Text.Json;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Timers;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Staff;

/// <summary>Invitations into the office: made by an administrator, taken up once, within a day.</summary>
public sealed class InviteVerbs(IStore store) : IVerbSource
{
    /// <summary>How long an invitation works.</summary>
    public static readonly TimeSpan ValidFor = TimeSpan.FromHours(24);

    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs =>
    [
        new Verb("invite.make", ["made"], Make),
        new Verb("invite.look", ["found", "ask", "unknown", "own"], LookAsync),
        new Verb("invite.accept", ["joined", "unknown"], AcceptAsync),
    ];

    private static VerbResult Make(Turn turn, string argument)
    {
        var code = OneTimeCode.New();
        var role = Enum.Parse<Role>(turn.Answers.Words("role")!, ignoreCase: true);
        var region = int.Parse(turn.Answers.Words("region")!, CultureInfo.InvariantCulture);
        turn.Put(null, Document(OneTimeCode.IdOf(code), new OneTimeCode
        {
            Role = role,
            Region = region,
            By = turn.AccountAddress,
            Home = turn.Activity.Conversation.ToString(),
            Until = (turn.Now + ValidFor).ToUnixTimeMilliseconds(),
        }));
        turn.Audit("invite.made", "", $"{StaffOptions.Code(role)} {StaffOptions.Code(region)}");
        turn.SetAnswer("code", new SlotValue.Text(code));
        return new VerbResult("made");
    }

    // The code stands behind the command, in the link, or is asked for.
    private async ValueTask<VerbResult> LookAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var code = turn.Answers.Words("code") ?? argument;
        if (code.Length == 0)
        {
            return new VerbResult("ask");
        }

        if (await FindAsync(code, turn, cancellationToken).ConfigureAwait(false) is not ({ Role: { } role } found, _))
        {
            return new VerbResult("unknown");
        }

        if (found.By == turn.AccountAddress)
        {
            return new VerbResult("own");
        }

        turn.SetAnswer("code", new SlotValue.Text(code));
        turn.SetAnswer("role", new SlotValue.Choice(StaffOptions.Code(role)));
        turn.SetAnswer("region", new SlotValue.Choice(StaffOptions.Code(found.Region)));
        return new VerbResult("found");
    }

    private async ValueTask<VerbResult> AcceptAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn.Answers.Words("code")!, turn, cancellationToken).ConfigureAwait(false)
            is not ({ Role: { } role } found, { } document) || found.By == turn.AccountAddress)
        {
            return new VerbResult("unknown");
        }

        var name = turn.Answers.Words("name")!;
        turn.Put(document, Document(document.Id, found with { UsedBy = turn.AccountAddress }));
        turn.Account = turn.Account with
        {
            Membership = (turn.Account.Membership ?? new Membership
            {
                Name = name,
                Home = turn.Activity.Conversation.ToString(),
                Since = turn.Now.ToUnixTimeMilliseconds(),
            }) with
            {
                Name = name,
                Region = found.Region,
                Roles = [.. (turn.Account.Membership?.Roles ?? []).Append(role).Distinct().Order()],
            },
        };
        turn.Audit("role.granted", turn.AccountAddress, $"{StaffOptions.Code(role)} {StaffOptions.Code(found.Region)}");
        turn.Schedule("joined", turn.Now, new BotTimer
        {
            Conversation = found.Home,
            Person = found.By,
            Dialog = "roles",
            Trigger = "joined",
            Argument = StaffMember.KeyOf(turn.AccountAddress),
        });
        return new VerbResult("joined");
    }

    private async ValueTask<(OneTimeCode Code, StoredDocument? Document)> FindAsync(
        string code, Turn turn, CancellationToken cancellationToken)
    {
        var document = await store.FindAsync(DocumentKind.Code, OneTimeCode.IdOf(code), cancellationToken)
            .ConfigureAwait(false);
        var found = document is null ? null : JsonSerializer.Deserialize(document.Json, StateJson.Stored.OneTimeCode);
        return found is { UsedBy: null } && turn.Now.ToUnixTimeMilliseconds() < found.Until
            ? (found, document)
            : (new OneTimeCode { By = "", Home = "" }, null);
    }

    internal static StoredDocument Document(string id, OneTimeCode code) => new(
        DocumentKind.Code, id, 0, JsonSerializer.Serialize(code, StateJson.Stored.OneTimeCode), Sort: code.Until);
}
