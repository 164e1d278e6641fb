using System.Globalization;
using System.Text.Json;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.PersonalData;

/// <summary>What private conversations remember: the last question, forms on their way, files sent.</summary>
public sealed class ConversationData(IStore store, SlotWording wording) : IPersonalData
{
    /// <inheritdoc/>
    public IReadOnlyList<DocumentKind> Covers => [DocumentKind.Conversation];

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<PersonalRecord>> ReadAsync(
        Turn turn, PersonalScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        var found = new List<PersonalRecord>();
        foreach (var conversation in scope.Conversations.Order(StringComparer.Ordinal))
        {
            var state = conversation == turn.Activity.Conversation.ToString()
                ? turn.Conversation with { LastInboundAt = turn.Now.ToUnixTimeMilliseconds() }
                : await FindAsync(conversation, cancellationToken).ConfigureAwait(false);
            if (state is null)
            {
                continue;
            }

            found.Add(Chat(turn, conversation, state));
            foreach (var run in Runs(state))
            {
                found.Add(await FormAsync(turn, run, cancellationToken).ConfigureAwait(false));
                found.AddRange(Files(run).Select(file => FileRecord(turn, file.Name, file.Size, file.MediaType)));
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public async ValueTask EraseAsync(Turn turn, Erasure erasure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(erasure);
        foreach (var conversation in erasure.Scope.Conversations)
        {
            if (await store.FindAsync(DocumentKind.Conversation, conversation, cancellationToken).ConfigureAwait(false)
                is { } document)
            {
                turn.Remove(document);
            }
        }
    }

    /// <summary>A file as a record.</summary>
    internal static PersonalRecord FileRecord(Turn turn, string name, long? size, string? type) => PersonalRecord.Of(
        turn,
        PersonalKinds.File,
        name,
        ("name", name),
        ("size", size?.ToString(CultureInfo.InvariantCulture)),
        ("type", type));

    private static PersonalRecord Chat(Turn turn, string conversation, ConversationState state) => PersonalRecord.Of(
        turn,
        PersonalKinds.Chat,
        PersonalRecord.Moment(turn, state.LastInboundAt) ?? conversation,
        ("chat", conversation),
        ("last-wrote", PersonalRecord.Moment(turn, state.LastInboundAt)),
        ("turns", state.Turns.ToString(CultureInfo.InvariantCulture)),
        ("last-question", state.LastQuestion),
        ("topic", state.Topic is { } topic && turn.Content.Knowledge.TryGet(topic, out var entry)
            ? entry.In(turn.Language).Title
            : state.Topic));

    private static IEnumerable<DialogRun> Runs(ConversationState state) =>
        state.Parked.Select(parked => parked.Run).Append(state.Form).OfType<DialogRun>()
            .SelectMany(Lineage).Where(run => run.HasAnswers);

    private static IEnumerable<DialogRun> Lineage(DialogRun run)
    {
        for (DialogRun? one = run; one is not null; one = one.Parent)
        {
            yield return one;
        }
    }

    private static IEnumerable<KeptFile> Files(DialogRun run) =>
        run.Values.Values.Append(run.Collected).OfType<SlotValue.Files>().SelectMany(files => files.Items)
            .DistinctBy(file => file.Id);

    private async ValueTask<PersonalRecord> FormAsync(
        Turn turn, DialogRun run, CancellationToken cancellationToken)
    {
        var fields = new List<PersonalField>();
        var dialog = turn.Content.Dialogs.TryGet(run.Dialog, out var known) ? known : null;
        foreach (var (name, value) in run.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            // What an older version of the dialog asked has no words any more: it is told as it is kept.
            fields.Add(dialog?.Slot(name) is { } slot
                ? new PersonalField(
                    SlotWording.Label(turn, dialog, slot),
                    await wording.SayAsync(turn, dialog, slot, value, cancellationToken).ConfigureAwait(false))
                : new PersonalField(name, JsonSerializer.Serialize(value, StateJson.Stored.SlotValue)));
        }

        var title = dialog is null ? run.Dialog : turn.Title(dialog);
        var record = PersonalRecord.Of(
            turn,
            PersonalKinds.Form,
            title,
            ("form", title),
            ("touched", PersonalRecord.Moment(turn, run.TouchedAt)));
        return record with { Fields = [.. record.Fields, .. fields] };
    }

    private async ValueTask<ConversationState?> FindAsync(string conversation, CancellationToken cancellationToken) =>
        await store.FindAsync(DocumentKind.Conversation, conversation, cancellationToken).ConfigureAwait(false)
            is { } document
            ? JsonSerializer.Deserialize(document.Json, StateJson.Stored.ConversationState)
            : null;
}
