using System.Text.Json;
using Microsoft.Extensions.Logging;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels;
using Ruhani.Bot.Content;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Dialogs.Forms;
using Ruhani.Bot.Knowledge;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.People;
using Ruhani.Bot.PersonalData;
using Ruhani.Bot.Staff;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Timers;

namespace Ruhani.Bot.Turns;

/// <summary>
/// Hops 3 to 7: locks the conversation, loads it, runs the dialog, renders the replies and commits everything at once.
/// A dialog that throws becomes an apology, committed like any reply, so that a poisonous message is not redelivered
/// for ever; a store that fails is left to throw.
/// </summary>
public sealed partial class TurnRunner(
    IStore store,
    ContentStore content,
    ChannelDirectory channels,
    TriggerResolver resolver,
    DialogMachine machine,
    OutboxDispatcher dispatcher,
    TimerSignal timers,
    RoleBook roles,
    AuditChain audit,
    TurnOptions options,
    TimeProvider time,
    ILogger<TurnRunner> logger) : ITurnRunner
{
    // Only several hosts, or a person in several chats at once, make a conflict; two in a row are rare already.
    private const int MaxTries = 8;
    private readonly ConversationLock _lock = new();

    /// <inheritdoc/>
    public async Task<TurnResult> RunAsync(Activity activity, CancellationToken cancellationToken)
    {
        using var place = await _lock.AcquireAsync(activity.Conversation).ConfigureAwait(false);
        for (var attempt = 1; ; attempt++)
        {
            var (commit, messages, erasure) = await PrepareAsync(activity, cancellationToken).ConfigureAwait(false);
            var outcome = await store.CommitAsync(commit, cancellationToken).ConfigureAwait(false);
            switch (outcome)
            {
                case CommitOutcome.Committed:
                    BotMetrics.Turns.Add(
                        1, new KeyValuePair<string, object?>("channel", activity.Conversation.Channel));
                    await FinishAsync(erasure).ConfigureAwait(false);
                    dispatcher.Post(messages, commit.ReleaseHeld is not null);
                    if (commit.Documents.Any(write => write.Document.Kind == DocumentKind.Timer && !write.Delete))
                    {
                        timers.Set();
                    }

                    return new TurnResult(outcome, messages);
                case CommitOutcome.Duplicate:
                    BotMetrics.Duplicates.Add(1);
                    return new TurnResult(outcome, []);
                case CommitOutcome.Conflict when attempt >= MaxTries:
                    throw new StoreUnavailableException(
                        "The conversation could not be committed: it changes all the time.");
            }
        }
    }

    private async Task<(Commit Commit, IReadOnlyList<OutboxMessage> Messages, Erasure? Erasure)> PrepareAsync(
        Activity activity, CancellationToken cancellationToken)
    {
        var channel = channels.Get(activity.Conversation.Channel);
        var now = time.GetUtcNow();
        var key = activity.Conversation.ToString();
        var stored = await store.FindAsync(DocumentKind.Conversation, key, cancellationToken).ConfigureAwait(false);
        var storedPerson =
            await store.FindAsync(DocumentKind.Person, activity.From.Address, cancellationToken).ConfigureAwait(false);
        var state = Read(stored, activity, StateJson.Stored.ConversationState) ?? new ConversationState();
        var person = storedPerson is null
            ? null
            : Read(storedPerson, activity, StateJson.Stored.Person) ?? new Person();
        var turn = new Turn(activity, state, person, content.Current, channel.Capabilities, now);
        var storedPrincipal = person?.LinkedTo is { } main
            ? await store.FindAsync(DocumentKind.Person, main, cancellationToken).ConfigureAwait(false)
            : null;
        var principal = storedPrincipal is null
            ? null
            : Read(storedPrincipal, activity, StateJson.Stored.Person);
        turn.Principal = principal;
        turn.Roles = roles.Of(turn.AccountAddress, turn.Account);
        await RunAsync(turn, cancellationToken).ConfigureAwait(false);

        turn.NoteClient();
        turn.ShowMenu(roles.Of(turn.AccountAddress, turn.Account));
        await audit.SealAsync(turn, cancellationToken).ConfigureAwait(false);
        var messages = Render(turn, channel);
        var documents = turn.Erasure is { } erasure
            ? ErasureWrites.Of(turn, erasure)
            : await WritesAsync().ConfigureAwait(false);
        return (new Commit
        {
            ActivityId = activity.Id,
            At = now,
            Documents = documents,
            Messages = messages,
            ReleaseHeld = channel.Capabilities.ReplyWindow is null || activity is TimerActivity
                ? null
                : activity.Conversation,
            Forget = turn.Erasure?.Conversations ?? [],
        }, messages, turn.Erasure);

        async Task<IReadOnlyList<DocumentWrite>> WritesAsync()
        {
            var writes = new List<DocumentWrite>(2 + turn.Records.Count)
            {
                Write(
                    DocumentKind.Conversation,
                    key,
                    stored,
                    After(turn, messages),
                    StateJson.Stored.ConversationState),
            };
            if (turn.Person != (person ?? new Person()) || (person is null && messages.Count > 0))
            {
                writes.Add(WritePerson(activity.From.Address, storedPerson, turn.Person));
            }

            if (turn.Principal is { } changed && changed != principal)
            {
                writes.Add(WritePerson(person!.LinkedTo!, storedPrincipal, changed));
            }

            writes.AddRange(turn.Records);
            writes.AddRange(TimerWrites.Of(turn));
            writes.AddRange(await CardsAsync(turn, messages, cancellationToken).ConfigureAwait(false));
            return writes;
        }
    }

    // What follows a deletion must not keep its answer back.
    private async Task FinishAsync(Erasure? erasure)
    {
        foreach (var step in erasure?.Afterwards ?? [])
        {
            try
            {
                await step(CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or StoreUnavailableException)
            {
                LogUnfinished(e.Message);
            }
        }
    }

    private async ValueTask RunAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Activity is not (MembershipActivity or TimerActivity))
        {
            NoteChat(turn);
        }

        if (IsTooFast(turn, out var isFirst))
        {
            if (isFirst)
            {
                turn.Say("errors.slow-down");
            }

            return;
        }

        var (conversation, person) = (turn.Conversation, turn.Person);
        try
        {
            FormSettler.Settle(turn);
            switch (await resolver.ResolveAsync(turn, cancellationToken).ConfigureAwait(false))
            {
                case Resolution.Fire fire:
                    if (!await machine.RunAsync(
                        turn, fire.Dialog, fire.State, fire.Trigger, fire.Argument, cancellationToken)
                        .ConfigureAwait(false))
                    {
                        turn.Say("errors.stale");
                    }

                    break;
                case Resolution.Fill fill:
                    await machine.FillAsync(turn, fill.Reading, cancellationToken).ConfigureAwait(false);
                    break;
                case Resolution.Answer answer:
                    turn.Say(answer.Key, answer.Arguments);
                    break;
            }

            // A form that was interrupted is taken up where it stood.
            if (!turn.IsOffered && !turn.Activity.IsGroup && turn.Replies.Count > 0)
            {
                await machine.OfferAsync(turn, cancellationToken).ConfigureAwait(false);
            }

            WelcomeVerbs.OfferLanguage(turn);
        }
#pragma warning disable CA1031 // One of the two places that catch everything: a bug must not lose the conversation.
        catch (Exception e) when (e is not (StoreUnavailableException or OperationCanceledException))
#pragma warning restore CA1031
        {
            LogFailed(e, turn.Activity.Id, turn.Activity.GetType().Name);
            BotMetrics.FailedTurns.Add(1);
            turn.Forget();
            (turn.Conversation, turn.Person) = (conversation, person);
            if (turn.Activity is TimerActivity timer)
            {
                TimerWrites.Postpone(turn, timer);
            }
            else
            {
                KeepWords(turn);
                turn.Say("errors.sorry");
            }
        }
    }

    // A web chat's conversation has a name of its own: what concerns the person goes to the last one.
    private static void NoteChat(Turn turn)
    {
        var chat = turn.Activity.Conversation.ToString();
        if (!turn.Activity.IsGroup && chat != turn.Activity.From.Address)
        {
            turn.Person = turn.Person with { Chat = chat };
        }
    }

    // What the bot failed at is not lost: it waits among the unanswered questions.
    private void KeepWords(Turn turn)
    {
        var words = turn.Activity switch
        {
            TextActivity text => text.Text,
            PhotoActivity photo => photo.Caption,
            FileActivity file => file.Caption,
            _ => null,
        };
        if (!string.IsNullOrWhiteSpace(words))
        {
            turn.Record(
                DocumentKind.Question,
                new UnansweredQuestion(
                    words.Length > options.QuestionLength ? words[..options.QuestionLength] : words,
                    turn.Language.Code(),
                    turn.Activity.Conversation.ToString(),
                    [],
                    turn.Now.ToUnixTimeMilliseconds()),
                StateJson.Stored.UnansweredQuestion);
        }
    }

    private bool IsTooFast(Turn turn, out bool isFirst)
    {
        if (turn.Activity is TimerActivity)
        {
            isFirst = false;
            return false;
        }

        var minute = turn.Now.ToUnixTimeSeconds() / 60;
        var count = turn.Conversation.Minute == minute ? turn.Conversation.MinuteCount + 1 : 1;
        turn.Conversation = turn.Conversation with { Minute = minute, MinuteCount = count };
        isFirst = count == options.MessagesPerMinute + 1;
        return count > options.MessagesPerMinute && turn.Activity is not MembershipActivity;
    }

    private static List<OutboxMessage> Render(Turn turn, IChannel channel)
    {
        var messages = new List<OutboxMessage>(turn.Replies.Count);
        var source = (turn.Activity as ButtonActivity)?.SourceMessageId;
        foreach (var (index, reply) in turn.Replies.Index())
        {
            messages.AddRange(ReplyRenderer.Render(turn.Content.Texts, reply, channel.Capabilities, new OutboxMessage
            {
                Id = $"{turn.Activity.Id}/{index}",
                Conversation = turn.Activity.Conversation,
                Order = turn.Conversation.Messages + messages.Count + 1,
                Text = "",
                Language = "",
                EditMessageId = index == 0 && channel.Capabilities.CanEdit ? source : null,
                InReplyTo = turn.Activity.MessageId,
                MenuTag = index == 0 ? turn.MenuTag : null,
                Card = reply.Card is { } about ? ShownCard.IdOf(about, turn.Activity.Conversation) : null,
                UpdatesCard = reply.UpdatesCard,
                IsGroup = turn.Activity.IsGroup,
                Purpose = turn.Activity is TimerActivity ? "notice" : "reply",
                CreatedAt = turn.Now,
                DueAt = turn.Now,
            }));
        }

        return messages;
    }

    // Where each thing was shown last; which message that is on the network, its delivery will tell.
    private async Task<IReadOnlyList<DocumentWrite>> CardsAsync(
        Turn turn, List<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var writes = new List<DocumentWrite>();
        foreach (var message in messages.Where(message => message is { Card: not null, UpdatesCard: false }))
        {
            var id = message.Card!;
            var before = await store.FindAsync(DocumentKind.Card, id, cancellationToken).ConfigureAwait(false);
            var card = new ShownCard(
                message.Conversation.ToString(), turn.Activity.From.Address, message.IsGroup, message.Id);
            var write = Write(DocumentKind.Card, id, before, card, StateJson.Stored.ShownCard);
            writes.RemoveAll(other => other.Document.Id == id);
            writes.Add(write with { Document = write.Document with { Group = id[..id.LastIndexOf('/')] } });
        }

        return writes;
    }

    private static ConversationState After(Turn turn, List<OutboxMessage> messages)
    {
        var state = turn.Conversation;
        var happened = turn.Activity.At < turn.Now ? turn.Activity.At : turn.Now;
        return state with
        {
            Turns = state.Turns + 1,
            Messages = state.Messages + messages.Count,
            LastInboundAt = turn.Activity is TimerActivity
                ? state.LastInboundAt
                : Math.Max(state.LastInboundAt, happened.ToUnixTimeMilliseconds()),
            Choices = Offered(turn) ?? state.Choices,
        };
    }

    // A number means the list that shows numbers, else the last reply that offers something; words may mean any.
    private static List<OfferedChoice>? Offered(Turn turn)
    {
        var offered = turn.Replies.Where(reply => reply is { Choices.Count: > 0, UpdatesCard: false })
            .Select(reply => reply.ShownChoices)
            .Reverse()
            .OrderByDescending(choices => ReplyRenderer.IsNumbered(choices, turn.Capabilities))
            .SelectMany(choices => choices)
            .Where(choice => choice.Address is null)
            .Select(choice => new OfferedChoice(choice.Label, choice.Token.Encode()))
            .ToList();
        return offered.Count > 0 ? offered : null;
    }

    // What an older or a broken version wrote is no reason to leave the person without an answer.
    private T? Read<T>(
        StoredDocument? document,
        Activity activity,
        System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return document is null ? null : JsonSerializer.Deserialize(document.Json, type);
        }
        catch (JsonException e)
        {
            LogUnreadable(document!.Kind, activity.Id, e.Message);
            return null;
        }
    }

    // The office's people are listed by their group.
    private static DocumentWrite WritePerson(string address, StoredDocument? before, Person person)
    {
        var write = Write(DocumentKind.Person, address, before, person, StateJson.Stored.Person);
        return person.Membership is null
            ? write
            : write with { Document = write.Document with { Group = RoleBook.Group } };
    }

    private static DocumentWrite Write<T>(
        DocumentKind kind,
        string id,
        StoredDocument? before,
        T content,
        System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        new(new StoredDocument(kind, id, (before?.Version ?? 0) + 1, JsonSerializer.Serialize(content, type)));

    [LoggerMessage(Level = LogLevel.Error,
        Message = "The stored {Kind} that {Activity} met can't be read and begins anew: {Reason}")]
    private partial void LogUnreadable(DocumentKind kind, string activity, string reason);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "A person's data is deleted, but something outside the store is left: {Reason}")]
    private partial void LogUnfinished(string reason);

    [LoggerMessage(Level = LogLevel.Error,
        Message = "The turn of {Activity} ({Kind}) failed; the person got an apology")]
    private partial void LogFailed(Exception exception, string activity, string kind);
}
