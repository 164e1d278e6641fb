namespace Ruhani.Bot.People;

/// <summary>Where a person's subscription stands. There are no other states.</summary>
public enum SubscriptionState
{
    /// <summary>Never subscribed.</summary>
    None,

    /// <summary>News come.</summary>
    Subscribed,

    /// <summary>News rest until a day.</summary>
    Paused,

    /// <summary>The person said stop; nothing comes until they say start.</summary>
    Stopped,
}
