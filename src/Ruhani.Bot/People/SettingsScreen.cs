using Ruhani.Bot.Logo;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.People;

/// <summary>Everything a person has set, on one screen, with a button for each.</summary>
internal static class SettingsScreen
{
    private const string Edit = "setting";

    public static void Show(Turn turn)
    {
        var language = turn.StartChoice("language", turn.Label("settings.language"));
        var data = turn.StartChoice("mydata", turn.Label("settings.data"));
        if (turn.Person.Subscription is not { OptedInAt: > 0 } subscription)
        {
            turn.Say(
                turn.Person.Subscription is null ? "settings.none" : "settings.refused",
                TextArguments.Of(("language", LanguageName(turn))),
                [language, turn.StartChoice("subscribe", turn.Label("settings.subscribe")), data]);
            return;
        }

        var state = subscription.StateOn(turn.Today);
        var choices = new List<Choice>
        {
            language,
            turn.StartChoice(Edit, turn.Label("settings.topics")),
            turn.DialogChoice(Edit, "region", turn.Label("settings.region")),
            turn.DialogChoice(Edit, "freq", turn.Label("settings.frequency")),
            turn.DialogChoice(Edit, "quiet", turn.Label("settings.quiet")),
        };
        if (state == SubscriptionState.Subscribed)
        {
            choices.Add(turn.DialogChoice(Edit, "until", turn.Label("settings.pause")));
        }
        else
        {
            choices.Add(turn.DialogChoice("settings", "restart", turn.Label("settings.resume")));
        }

        if (state != SubscriptionState.Stopped)
        {
            choices.Add(turn.StartChoice("unsubscribe", turn.Label("settings.stop")));
        }

        choices.Add(data);
        turn.Say(
            "settings.show",
            TextArguments.Of(
                ("language", LanguageName(turn)),
                ("state", StateName(turn, subscription, state)),
                ("topics", Topics.Names(turn, subscription.Topics)),
                ("region", Regions.Name(turn.Content.Texts, turn.Language, subscription.Region)),
                ("frequency", FrequencyName(turn, subscription.Frequency)),
                ("quiet", QuietName(turn, subscription.Quiet))),
            choices);
    }

    /// <summary>The language replies are in, by its own name.</summary>
    public static string LanguageName(Turn turn) => turn.Label(turn.Language == Language.Russian ? "language.russian"
        : turn.Script == Script.Latin ? "language.latin"
        : "language.kazakh");

    /// <summary>Where a subscription stands, in words.</summary>
    public static string StateName(Turn turn, Subscription subscription, SubscriptionState state) => state switch
    {
        SubscriptionState.Paused => turn.Content.Texts.Label(
            turn.Language,
            "settings.state-paused",
            TextArguments.Of(("day", turn.Dates.Day(subscription.PausedUntil!.Value)))),
        SubscriptionState.Stopped => turn.Label("settings.state-stopped"),
        SubscriptionState.Subscribed => turn.Label("settings.state-subscribed"),
        _ => turn.Label("settings.state-none"),
    };

    /// <summary>How often, in words.</summary>
    public static string FrequencyName(Turn turn, Frequency frequency) =>
        turn.Label("subscribe." + SubscriptionAnswers.CodeOf(frequency));

    /// <summary>When not, in words.</summary>
    public static string QuietName(Turn turn, QuietHours? quiet) =>
        quiet is null ? turn.Label("settings.quiet-none") : turn.Dates.Times(quiet.From, quiet.To);
}
