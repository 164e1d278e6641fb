using System.Globalization;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Timers;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Staff;

/// <summary>Invitations into the office: made by an administrator, taken up once, within a day.</summary>
public sealed class InviteVerbs(CodeBook codes) : IVerbSource
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
        var role = Enum.Parse<Role>(turn.Answers.Words("role")!, ignoreCase: true);
        var region = int.Parse(turn.Answers.Words("region")!, CultureInfo.InvariantCulture);
        var code = CodeBook.Make(turn, ValidFor, role, region);
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

        if (await codes.FindAsync(turn, code, cancellationToken).ConfigureAwait(false)
            is not ({ Role: { } role } found, _))
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
        if (await codes.FindAsync(turn, turn.Answers.Words("code")!, cancellationToken).ConfigureAwait(false)
            is not ({ Role: { } role } found, var document) || found.By == turn.AccountAddress)
        {
            return new VerbResult("unknown");
        }

        var name = turn.Answers.Words("name")!;
        CodeBook.Use(turn, found, document);
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
}
