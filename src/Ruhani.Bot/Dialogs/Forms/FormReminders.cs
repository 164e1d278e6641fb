using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Dialogs.Forms;

/// <summary>
/// Reminds of a form that lies idle, and forgets what was put aside long ago. One timer a form, looked at once a day:
/// when it comes it sees what the person did meanwhile.
/// </summary>
public static class FormReminders
{
    /// <summary>Idle this long, the person is asked whether to go on.</summary>
    public static readonly TimeSpan IdleAfter = TimeSpan.FromHours(24);

    /// <summary>Answers of a form that was put aside, or left, are kept this long.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>Sets a form's timer.</summary>
    public static void Set(Turn turn, int number) => Set(turn, number, turn.Now + IdleAfter);

    /// <summary>The timer of a form has come.</summary>
    public static void Come(Turn turn, int number)
    {
        if (turn.Form is { } run && run.Number == number)
        {
            Look(turn, run);
        }
        else if (turn.Conversation.Parked.FirstOrDefault(one => one.Run.Number == number) is { } parked)
        {
            var until = Moment(parked.At) + KeptFor;
            if (turn.Now < until)
            {
                Set(turn, number, until);
                return;
            }

            turn.Conversation = turn.Conversation with
            {
                Parked = [.. turn.Conversation.Parked.Where(one => one != parked)],
            };
        }
    }

    private static void Look(Turn turn, DialogRun run)
    {
        var touched = Moment(run.TouchedAt);
        if (turn.Now - touched >= KeptFor)
        {
            turn.Form = null;
            return;
        }

        if (turn.Now - touched < IdleAfter)
        {
            Set(turn, run.Number, touched + IdleAfter);
            return;
        }

        // Not at night, and not to somebody who wants to hear nothing but answers.
        var awake = turn.Person.AwakeAfter(turn.Now);
        Set(turn, run.Number, awake > turn.Now ? awake : turn.Now + IdleAfter);
        if (awake > turn.Now || run.RemindedAt >= run.TouchedAt || turn.Person.HasSaidStop)
        {
            return;
        }

        var number = FormToken.Write(run.Number, "");
        turn.Form = run with { RemindedAt = turn.Now.ToUnixTimeMilliseconds() };
        turn.Say(
            "form.idle-reminder",
            TextArguments.Of(("form", turn.Title(turn.Content.Dialogs.Get(run.Root.Dialog)))),
            [
                turn.Choice("go_on", number, turn.Label("form.go-on")),
                turn.Choice("later", number, turn.Label("form.later")),
                turn.Choice("drop", number, turn.Label("form.drop")),
            ]);
        turn.IsOffered = true;
    }

    private static void Set(Turn turn, int number, DateTimeOffset at) =>
        turn.ScheduleHere("form", at, "form", "idle", FormToken.Write(number, ""));

    private static DateTimeOffset Moment(long unixMilliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(unixMilliseconds);
}
