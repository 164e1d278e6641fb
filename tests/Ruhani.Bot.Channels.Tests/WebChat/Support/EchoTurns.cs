using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Channels.Tests.WebChat.Support;

/// <summary>
/// Stands in for the core: remembers what came, says it back through the channel with two rows of buttons, and takes
/// each activity once.
/// </summary>
internal sealed class EchoTurns(IServiceProvider services, IStore store, TimeProvider time) : ITurnRunner
{
    private readonly ConcurrentQueue<Activity> _seen = new();
    private readonly ConcurrentQueue<OutboxMessage> _outbox = new();
    private long _order;

    /// <summary>What came, in order, duplicates too.</summary>
    public IReadOnlyList<Activity> Seen => [.. _seen];

    /// <summary>When set, turns fail with it.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Makes the replies; by default an echo.</summary>
    public Func<Activity, IReadOnlyList<string>> Reply { get; set; } = Echo;

    /// <summary>The language of the replies; null for the one the page says.</summary>
    public string? Language { get; set; }

    /// <summary>What stands under every reply.</summary>
    public IReadOnlyList<IReadOnlyList<OutboxButton>> Buttons { get; set; } =
    [
        [new OutboxButton("Иә", "t:yes"), new OutboxButton("Жоқ", "t:no")],
        [new OutboxButton("Көмек", "t:help")],
    ];

    public async Task<TurnResult> RunAsync(Activity activity, CancellationToken cancellationToken)
    {
        _seen.Enqueue(activity);
        if (Failure is not null)
        {
            throw Failure;
        }

        var outcome = await store.CommitAsync(
            new Commit { ActivityId = activity.Id, At = time.GetUtcNow() }, cancellationToken);
        if (outcome == CommitOutcome.Duplicate)
        {
            return new TurnResult(outcome, []);
        }

        var messages = Reply(activity).Select((text, n) => Message(activity, text, n)).ToArray();
        foreach (var message in messages)
        {
            _outbox.Enqueue(message);
        }

        if (IsDelivering)
        {
            await DeliverAsync(cancellationToken);
        }

        Idle.TrySetResult();
        return new TurnResult(outcome, messages);
    }

    /// <summary>False leaves replies in the outbox until <see cref="DeliverAsync"/>.</summary>
    public bool IsDelivering { get; set; } = true;

    /// <summary>Completes with the first turn.</summary>
    public TaskCompletionSource Idle { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Sends what waits.</summary>
    public async Task DeliverAsync(CancellationToken cancellationToken)
    {
        while (_outbox.TryDequeue(out var message))
        {
            var channel = services.GetServices<IChannel>().Single(c => c.Name == message.Conversation.Channel);
            Deliveries.Enqueue(await channel.SendAsync(message, DeliveryContext.Empty, cancellationToken));
        }
    }

    /// <summary>How the sends ended.</summary>
    public ConcurrentQueue<DeliveryOutcome> Deliveries { get; } = new();

    public static string Describe(Activity activity) => activity switch
    {
        TextActivity text => $"text {text.Text}",
        CommandActivity command => $"command {command.Name} {command.Payload}".TrimEnd(),
        ButtonActivity button => $"button {button.Token}",
        FileActivity file => $"file {file.File.Name}",
        PhotoActivity photo => $"photo {photo.Photo.Name}",
        VoiceActivity voice => $"voice {voice.Voice.Name}",
        MembershipActivity membership => $"{membership.Change}",
        UnsupportedActivity other => $"unsupported {other.What}",
        _ => "?",
    };

    private static IReadOnlyList<string> Echo(Activity activity) => [Describe(activity)];

    private OutboxMessage Message(Activity activity, string text, int n) => new()
    {
        Id = $"{activity.Id}/{n}",
        Conversation = activity.Conversation,
        Order = Interlocked.Increment(ref _order),
        Text = text,
        Language = Language
            ?? (activity.From.LanguageHint?.StartsWith("ru", StringComparison.Ordinal) == true ? "ru" : "kk"),
        Buttons = Buttons,
        InReplyTo = activity.MessageId,
        CreatedAt = time.GetUtcNow(),
        DueAt = time.GetUtcNow(),
    };
}
