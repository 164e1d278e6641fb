using System.Text.Json;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels;
using Ruhani.Bot.Content;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Knowledge;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Turns;

/// <summary>
/// One activity on its way to its commit: what came, what is known, and what the bot means to do about it. Nothing here
/// has an effect until the turn is committed.
/// </summary>
public sealed class Turn
{
    private readonly List<Reply> _replies = [];
    private readonly List<DocumentWrite> _records = [];
    private DialogDefinition? _dialog;
    private string _state = "";

    internal Turn(
        Activity activity,
        ConversationState conversation,
        Person? person,
        ContentSnapshot content,
        ChannelCapabilities capabilities,
        DateTimeOffset now)
    {
        Activity = activity;
        Conversation = conversation;
        IsFirstContact = person is null;
        Person = person ?? new Person();
        Content = content;
        Capabilities = capabilities;
        Now = now;
        Language = SavedLanguage ?? Languages.FromTag(activity.From.LanguageHint) ?? Language.Kazakh;
    }

    /// <summary>What came.</summary>
    public Activity Activity { get; }

    /// <summary>What the conversation remembers; replaced as the turn goes on.</summary>
    public ConversationState Conversation { get; set; }

    /// <summary>What is known of the person; replaced as the turn goes on.</summary>
    public Person Person { get; set; }

    /// <summary>True when the person was never seen before.</summary>
    public bool IsFirstContact { get; }

    /// <summary>Texts, knowledge and dialogs as they are for this turn.</summary>
    public ContentSnapshot Content { get; }

    /// <summary>What the channel can show.</summary>
    public ChannelCapabilities Capabilities { get; }

    /// <summary>The moment of the turn.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The language replies are in from here on.</summary>
    public Language Language { get; set; }

    /// <summary>The letters the person reads Kazakh in.</summary>
    public Script Script => Scripts.FromCode(Person.Script);

    /// <summary>The language the person chose, else the one last written in; null for neither.</summary>
    public Language? SavedLanguage => Languages.FromTag(Person.Language) ?? Languages.FromTag(Person.LastLanguage);

    /// <summary>What the turn's search found, so that a later state need not search again; null before one.</summary>
    public Knowledge.SearchResult? Found { get; set; }

    /// <summary>What was said so far.</summary>
    public IReadOnlyList<Reply> Replies => _replies;

    internal IReadOnlyList<DocumentWrite> Records => _records;

    internal (string Dialog, string Argument)? NextDialog { get; private set; }

    /// <summary>Says a text.</summary>
    /// <param name="key">A key of the text catalogue.</param>
    /// <param name="arguments">What fills its placeholders.</param>
    /// <param name="choices">What the person may choose.</param>
    /// <param name="language">Another language than the turn's, for this text.</param>
    /// <param name="replaces">True when it may take the place of the message whose button was pressed.</param>
    public void Say(
        string key,
        TextArguments? arguments = null,
        IReadOnlyList<Choice>? choices = null,
        Language? language = null,
        bool replaces = false) =>
        _replies.Add(new Reply(
            key, arguments ?? TextArguments.None, choices ?? [], language ?? Language, replaces, Script));

    /// <summary>Hands a file over, or shows a picture, with a text under it.</summary>
    /// <param name="file">A file of the file store.</param>
    /// <param name="asPicture">True to show it in the chat; false to hand it over as it is.</param>
    /// <param name="key">A key of the text catalogue.</param>
    /// <param name="arguments">What fills its placeholders.</param>
    /// <param name="choices">What the person may choose.</param>
    public void SayWithFile(
        FileReference file,
        bool asPicture,
        string key,
        TextArguments? arguments = null,
        IReadOnlyList<Choice>? choices = null) =>
        _replies.Add(new Reply(
            key, arguments ?? TextArguments.None, choices ?? [], Language, Replaces: false, Script)
        {
            File = new OutboxFile(file, asPicture),
        });

    /// <summary>A choice that fires a trigger of the state the dialog is in now.</summary>
    public Choice Choice(string trigger, string argument, string label) => _dialog is { } dialog
        ? new Choice(label, new ButtonToken(dialog.Name, dialog.Version, _state, trigger, argument))
        : throw new InvalidOperationException("A choice needs a dialog.");

    /// <summary>A choice that starts a dialog.</summary>
    public Choice StartChoice(string dialog, string label, string argument = "") =>
        Content.Dialogs.TryGet(dialog, out var definition)
            ? new Choice(label, new ButtonToken(
                definition.Name, definition.Version, "", DialogMachine.StartTrigger, argument))
            : throw new InvalidOperationException($"There is no dialog '{dialog}'.");

    /// <summary>
    /// A choice that shows an entry in the turn's language, labelled by its title unless told otherwise.
    /// </summary>
    public Choice EntryChoice(string id, string? label = null) => StartChoice(
        Content.Dialogs.AnyText!.Name,
        label ?? (Content.Knowledge.TryGet(id, out var entry) ? entry.In(Language).Title : id),
        new EntryLink(id, Language).ToString());

    /// <summary>A text of the catalogue in the turn's language, for a label.</summary>
    public string Label(string key) => Content.Texts.Label(Language, key);

    /// <summary>Goes on in another dialog when the verb returns.</summary>
    public void StartDialog(string dialog, string argument = "") => NextDialog = (dialog, argument);

    /// <summary>
    /// Adds a record that is written with the turn; its id derives from the activity, so it is written once.
    /// </summary>
    public void Record<T>(DocumentKind kind, T content, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        var id = _records.Count == 0 ? Activity.Id : $"{Activity.Id}.{_records.Count}";
        _records.Add(new DocumentWrite(new StoredDocument(
            kind, id, 1, JsonSerializer.Serialize(content, type), Sort: Now.ToUnixTimeMilliseconds())));
    }

    internal void Enter(DialogDefinition dialog, string state)
    {
        _dialog = dialog;
        _state = state;
        NextDialog = null;
    }

    internal void Forget()
    {
        _replies.Clear();
        _records.Clear();
        NextDialog = null;
    }
}
