using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Dialogs.Forms;

namespace Ruhani.Bot.Turns;

/// <summary>What a conversation remembers between turns. Kept as JSON; a new property needs a default.</summary>
public sealed record ConversationState
{
    /// <summary>Turns that were committed.</summary>
    public long Turns { get; init; }

    /// <summary>Messages written to the outbox so far; gives the next one its order.</summary>
    public long Messages { get; init; }

    /// <summary>When the person last wrote or pressed something, Unix milliseconds.</summary>
    public long LastInboundAt { get; init; }

    /// <summary>What was offered last, so that it can be answered by number or words.</summary>
    public IReadOnlyList<OfferedChoice> Choices { get; init; } = [];

    /// <summary>The entry that was shown last, for a question that follows it up.</summary>
    public string? Topic { get; init; }

    /// <summary>When the topic was shown, Unix milliseconds.</summary>
    public long TopicAt { get; init; }

    /// <summary>The question that was answered with a choice, in case none of it is meant.</summary>
    public string? LastQuestion { get; init; }

    /// <summary>The form that holds the conversation; null for none.</summary>
    public DialogRun? Form { get; init; }

    /// <summary>Forms that were put aside, the last one last.</summary>
    public IReadOnlyList<ParkedRun> Parked { get; init; } = [];

    /// <summary>Forms begun so far; gives the next one its number.</summary>
    public int Runs { get; init; }

    /// <summary>
    /// The tag of the menu of commands the network shows here, see <see cref="CommandMenu"/>; null for the common one.
    /// </summary>
    public string? Menu { get; init; }

    /// <summary>The minute (Unix time / 60) that <see cref="MinuteCount"/> counts.</summary>
    public long Minute { get; init; }

    /// <summary>Activities in that minute.</summary>
    public int MinuteCount { get; init; }
}

/// <summary>A choice that was offered.</summary>
/// <param name="Label">Its words.</param>
/// <param name="Token">What its button does; unsigned, because it never left the store.</param>
public sealed record OfferedChoice(string Label, string Token);
