using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.People;

/// <summary>
/// A subscription as the answers of a form, and back. Only what was answered is changed, so that editing one value
/// never loses another.
/// </summary>
internal static class SubscriptionAnswers
{
    private const string All = "all";
    private const string Some = "some";
    private const string Usual = "usual";
    private const string Own = "own";
    private const string None = "none";

    /// <summary>Fills in what is known already and was not answered anew.</summary>
    public static void Load(Turn turn, Subscription known)
    {
        Offer(turn, "which", new SlotValue.Choice(known.Topics.Count == 0 ? All : Some));
        if (known.Topics.Count > 0)
        {
            Offer(turn, "topics", new SlotValue.Choices(known.Topics));
        }

        Offer(turn, "region", new SlotValue.Choice(Staff.StaffOptions.Code(known.Region)));
        LoadTimes(turn, known);
    }

    /// <summary>Fills in how often and when not.</summary>
    public static void LoadTimes(Turn turn, Subscription known)
    {
        Offer(turn, "freq", new SlotValue.Choice(CodeOf(known.Frequency)));
        var quiet = known.Quiet;
        Offer(turn, "quiet", new SlotValue.Choice(quiet is null ? None : quiet == QuietHours.Usual ? Usual : Own));
        if (quiet is not null && quiet != QuietHours.Usual)
        {
            Offer(turn, "from", new SlotValue.Time(quiet.From));
            Offer(turn, "to", new SlotValue.Time(quiet.To));
        }
    }

    /// <summary>A subscription with what was answered in the form at hand.</summary>
    public static Subscription Apply(Turn turn, Subscription before)
    {
        var answers = turn.Answers;
        var after = answers.Words("which") switch
        {
            All => before with { Topics = [] },
            Some => before with { Topics = answers.Find<SlotValue.Choices>("topics")!.Options },
            _ => before,
        };
        if (answers.Words("region") is { } region)
        {
            after = after with
            {
                Region = int.Parse(region, System.Globalization.CultureInfo.InvariantCulture),
            };
        }

        if (answers.Words("freq") is { } often)
        {
            after = after with { Frequency = Enum.GetValues<Frequency>().First(one => CodeOf(one) == often) };
        }

        after = answers.Words("quiet") switch
        {
            Usual => after with { Quiet = QuietHours.Usual },
            None => after with { Quiet = null },
            Own => after with
            {
                Quiet = new QuietHours(
                    answers.Find<SlotValue.Time>("from")!.At, answers.Find<SlotValue.Time>("to")!.At),
            },
            _ => after,
        };
        return answers.Day("until") is { } until ? after with { PausedUntil = until } : after;
    }

    /// <summary>A frequency as an option's name.</summary>
    public static string CodeOf(Frequency frequency) => frequency switch
    {
        Frequency.Daily => "daily",
        Frequency.Weekly => "weekly",
        _ => "at_once",
    };

    private static void Offer(Turn turn, string slot, SlotValue value)
    {
        if (turn.Answers.Find(slot) is null)
        {
            turn.SetAnswer(slot, value);
        }
    }
}
