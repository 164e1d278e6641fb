namespace Ruhani.Bot.People;

/// <summary>Whether a person may get a message to many. A closed family.</summary>
public abstract record BulkAnswer
{
    private BulkAnswer()
    {
    }

    /// <summary>Now.</summary>
    public sealed record Now : BulkAnswer;

    /// <summary>Not before a moment.</summary>
    /// <param name="At">The first moment nothing holds it any more, as things stand; ask again then.</param>
    /// <param name="Why">What holds it now.</param>
    public sealed record Later(DateTimeOffset At, BulkWait Why) : BulkAnswer;

    /// <summary>Not at all, as things stand.</summary>
    /// <param name="Why">Why not.</param>
    public sealed record Never(BulkRefusal Why) : BulkAnswer;
}

/// <summary>What holds a message back for a while.</summary>
public enum BulkWait
{
    /// <summary>The person has paused.</summary>
    Pause,

    /// <summary>The person gets everything together, once a day or a week.</summary>
    Digest,

    /// <summary>The person's quiet hours.</summary>
    QuietHours,

    /// <summary>The evening of a Friday.</summary>
    FridayEvening,

    /// <summary>A holiday.</summary>
    Holiday,
}

/// <summary>Why a person gets no message.</summary>
public enum BulkRefusal
{
    /// <summary>The person never subscribed.</summary>
    NotSubscribed,

    /// <summary>The person said stop, or their data were deleted.</summary>
    Stopped,

    /// <summary>Nothing can be delivered: the bot was blocked.</summary>
    Unreachable,

    /// <summary>The person did not choose the topic.</summary>
    OtherTopic,

    /// <summary>The person lives elsewhere.</summary>
    OtherRegion,
}
