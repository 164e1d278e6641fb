using System.Text.Json;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels;
using Ruhani.Bot.Content;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Dialogs.Forms;
using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Knowledge;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.PersonalData;
using Ruhani.Bot.Staff;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Timers;

namespace Ruhani.Bot.Turns;

/// <summary>
/// One activity on its way to its commit: what came, what is known, and what the bot means to do about it. Nothing here
/// has an effect until the turn is committed.
/// </summary>
public sealed class Turn
{
    private readonly List<Reply> _replies = [];
    private readonly List<DocumentWrite> _records = [];
    private readonly List<(string Name, DateTimeOffset At, BotTimer Timer)> _timers = [];
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
        Language = SavedLanguage ?? Languages.FromTag(activity.From.LanguageHint ?? Person.ClientLanguage)
            ?? Language.Kazakh;
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

    /// <summary>The form that holds the conversation; null for none.</summary>
    public DialogRun? Form
    {
        get => Conversation.Form;
        set => Conversation = Conversation with { Form = value };
    }

    /// <summary>What was answered in the form at hand.</summary>
    public Answers Answers => Form?.Answers ?? Answers.None;

    /// <summary>What the person may do.</summary>
    public IReadOnlyCollection<Role> Roles { get; internal set; } = [Role.Citizen];

    /// <summary>The address roles and acts belong to: the person's own, or the one it is linked to.</summary>
    public string AccountAddress => Principal is null ? Activity.From.Address : Person.LinkedTo!;

    /// <summary>The person that roles and acts belong to.</summary>
    public Person Account
    {
        get => Principal ?? Person;
        set => _ = Principal is null ? Person = value : Principal = value;
    }

    /// <summary>The person under the address this one is linked to; null when it is not.</summary>
    internal Person? Principal { get; set; }

    /// <summary>True when the person has accepted the consent text as it is now.</summary>
    public bool HasConsent => Person.ConsentVersion is { } version && version == Label("consent.version");

    /// <summary>The moment of the turn by Kazakhstan's clock.</summary>
    public DateTimeOffset LocalNow => Now.ToOffset(KazakhstanTime.Offset);

    /// <summary>The day of the turn in Kazakhstan.</summary>
    public DateOnly Today => DateOnly.FromDateTime(LocalNow.DateTime);

    /// <summary>Days and times in the turn's language.</summary>
    public DateWording Dates => new(Language, Now);

    /// <summary>True when the form at hand has shown what it waits for in this turn.</summary>
    public bool IsOffered { get; set; }

    /// <summary>
    /// True when the state at hand was shown before this turn: its question comes again because something else was
    /// said in between.
    /// </summary>
    internal bool IsReturning { get; private set; }

    /// <summary>
    /// The deletion this turn is; null for other turns. Then nothing is kept of the person or the conversation.
    /// </summary>
    internal Erasure? Erasure { get; set; }

    /// <summary>The way of a form that is walked anew: what was decided there holds.</summary>
    internal IReadOnlyList<PassedState> Walked { get; set; } = [];

    /// <summary>
    /// The tag of the menu of commands the network is to show from now on; null when it stays as it is.
    /// </summary>
    internal string? MenuTag { get; private set; }

    internal IReadOnlyList<DocumentWrite> Records => _records;

    /// <summary>Timers set, each with the name that makes it one among those of the turn.</summary>
    internal IReadOnlyList<(string Name, DateTimeOffset At, BotTimer Timer)> Timers => _timers;

    internal NextStep? Next { get; private set; }

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

    /// <summary>
    /// Says something that is kept up to date. Said again as an update, it takes the place of the message shown last,
    /// silently, where the network can edit.
    /// </summary>
    /// <param name="about">What it is about, <c>logo:RZ-…</c>; at most 100 characters.</param>
    /// <param name="updates">True for an update; false to show it anew.</param>
    /// <param name="key">A key of the text catalogue.</param>
    /// <param name="arguments">What fills its placeholders.</param>
    /// <param name="choices">What the person may choose.</param>
    /// <param name="replaces">True when it may take the place of the message whose button was pressed.</param>
    public void SayCard(
        string about,
        bool updates,
        string key,
        TextArguments arguments,
        IReadOnlyList<Choice> choices,
        bool replaces = false) =>
        _replies.Add(new Reply(key, arguments, choices, Language, replaces, Script)
        {
            Card = about,
            UpdatesCard = updates,
        });

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
    public Choice Choice(string trigger, string argument, string label)
    {
        if (_dialog is not { } dialog)
        {
            throw new InvalidOperationException("A choice needs a dialog.");
        }

        var about = dialog.IsForm ? FormToken.Write(Form!.Number, argument) : argument;
        return new Choice(label, new ButtonToken(dialog.Name, dialog.Version, _state, trigger, about));
    }

    /// <summary>A choice that starts a dialog.</summary>
    public Choice StartChoice(string dialog, string label, string argument = "") =>
        DialogChoice(dialog, DialogMachine.StartTrigger, label, argument);

    /// <summary>A choice that starts a dialog by one of its ways in.</summary>
    public Choice DialogChoice(string dialog, string trigger, string label, string argument = "")
    {
        var definition = Content.Dialogs.Get(dialog);
        return new Choice(label, new ButtonToken(definition.Name, definition.Version, "", trigger, argument));
    }

    /// <summary>
    /// A choice that shows an entry in the turn's language, labelled by its title unless told otherwise.
    /// </summary>
    public Choice EntryChoice(string id, string? label = null) => StartChoice(
        Content.Dialogs.AnyText!.Name,
        label ?? (Content.Knowledge.TryGet(id, out var entry) ? entry.In(Language).Title : id),
        new EntryLink(id, Language).ToString());

    /// <summary>A text of the catalogue in the turn's language, for a label.</summary>
    public string Label(string key) => Content.Texts.Label(Language, key);

    /// <summary>A dialog's name as people read it: its title in the menu.</summary>
    public string Title(DialogDefinition dialog) =>
        Content.Texts.Has("titles." + dialog.Name) ? Label("titles." + dialog.Name) : Label($"{dialog.Name}.title");

    /// <summary>Goes on in another dialog when the verb returns.</summary>
    public void StartDialog(string dialog, string argument = "") => Next = new NextStep.Start(dialog, argument);

    /// <summary>Goes on elsewhere when the verb returns.</summary>
    public void GoTo(NextStep next) => Next = next;

    /// <summary>An answer of the form at hand that a verb found out by itself.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="value">The answer.</param>
    /// <param name="isSure">False when the question is to be asked all the same, with this answer to be kept.</param>
    public void SetAnswer(string slot, SlotValue value, bool isSure = true) => Form = Form! with
    {
        Values = Answers.With(slot, value).Values,
        Unsure = isSure ? Form.Unsure : [.. Form.Unsure.Append(slot).Distinct(StringComparer.Ordinal)],
    };

    /// <summary>
    /// Runs a turn later, in this conversation or another: written with this turn, run exactly once. A moment that has
    /// passed means at once.
    /// </summary>
    /// <param name="name">Tells it from the turn's other timers.</param>
    /// <param name="at">When.</param>
    /// <param name="timer">What.</param>
    public void Schedule(string name, DateTimeOffset at, BotTimer timer) => _timers.Add((name, at, timer));

    /// <summary>Runs a dialog at a moment in this conversation.</summary>
    public void ScheduleHere(string name, DateTimeOffset at, string dialog, string trigger, string argument) =>
        Schedule(name, at, new BotTimer
        {
            Conversation = Activity.Conversation.ToString(),
            Person = Activity.From.Address,
            IsGroup = Activity.IsGroup,
            Dialog = dialog,
            Trigger = trigger,
            Argument = argument,
        });

    /// <summary>The timer whose turn this is comes again at a moment, about the same.</summary>
    public void Again(DateTimeOffset at) => TimerWrites.Again(this, (TimerActivity)Activity, at);

    /// <summary>
    /// Adds a record that is written with the turn; its id derives from the activity, so it is written once.
    /// </summary>
    public void Record<T>(DocumentKind kind, T content, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        var id = _records.Count == 0 ? Activity.Id : $"{Activity.Id}.{_records.Count}";
        _records.Add(new DocumentWrite(new StoredDocument(
            kind, id, 1, JsonSerializer.Serialize(content, type), Sort: Now.ToUnixTimeMilliseconds())));
    }

    /// <summary>Notes an act in the audit.</summary>
    /// <param name="act">What, <c>role.granted</c>.</param>
    /// <param name="about">Whom or what it is about.</param>
    /// <param name="details">What else there is to know.</param>
    public void Audit(string act, string about, string details = "") => Record(
        DocumentKind.Audit,
        new AuditEntry(Now.ToUnixTimeMilliseconds(), AccountAddress, act, about, details),
        StateJson.Stored.AuditEntry);

    /// <summary>
    /// Writes a document with the turn: a new one, or a change to one that was read. The turn is run again when
    /// somebody else changed it meanwhile.
    /// </summary>
    /// <param name="before">As it was read; null for a new one.</param>
    /// <param name="document">
    /// As it will be; its version is set here. A document written twice in a turn is kept as last written.
    /// </param>
    public void Put(StoredDocument? before, StoredDocument document)
    {
        _records.RemoveAll(write => write.Document.Kind == document.Kind && write.Document.Id == document.Id);
        _records.Add(new DocumentWrite(document with { Version = (before?.Version ?? 0) + 1 }));
    }

    /// <summary>Removes a document that was read.</summary>
    public void Remove(StoredDocument document)
    {
        _records.RemoveAll(write => write.Document.Kind == document.Kind && write.Document.Id == document.Id);
        _records.Add(new DocumentWrite(document, Delete: true));
    }

    /// <summary>
    /// Notes that the person can be reached, and in which language until they tell; nothing of a stranger who was not
    /// answered.
    /// </summary>
    internal void NoteClient()
    {
        if (Activity is not (MembershipActivity or TimerActivity))
        {
            var isKept = SavedLanguage is null && (!IsFirstContact || _replies.Count > 0);
            Person = Person with
            {
                UnreachableSince = null,
                ClientLanguage = isKept ? Languages.FromTag(Activity.From.LanguageHint)?.Code() : null,
            };
        }
    }

    /// <summary>
    /// Has the network show the menu of what the person may do after this turn, if it shows another one: the person's
    /// roles may have changed here, or elsewhere long ago.
    /// </summary>
    internal void ShowMenu(IEnumerable<Role> roles)
    {
        if (Activity.IsGroup || _replies.Count == 0)
        {
            return;
        }

        var menu = CommandMenu.Of(this, Erasure is null ? roles : []);
        var shown = menu.IsCommon ? null : menu.ToString();
        if (shown != Conversation.Menu)
        {
            MenuTag = menu.ToString();
            Conversation = Conversation with { Menu = shown };
        }
    }

    /// <summary>Writes something else in place of each record there is.</summary>
    internal void ReplaceRecords(Func<DocumentWrite, DocumentWrite> with)
    {
        for (var i = 0; i < _records.Count; i++)
        {
            _records[i] = with(_records[i]);
        }
    }

    internal void Enter(DialogDefinition dialog, string state)
    {
        _dialog = dialog;
        _state = state;
        Next = null;
        if (dialog.IsForm && Form is { } run && run.Dialog == dialog.Name)
        {
            IsReturning = run.State == state && _replies.Count > 0;
            Form = run with
            {
                State = state,
                TouchedAt = Now.ToUnixTimeMilliseconds(),
                Doubt = run.State == state ? run.Doubt : null,
            };
        }
    }

    internal void Forget()
    {
        _replies.Clear();
        _records.Clear();
        _timers.Clear();
        Erasure = null;
        Next = null;
    }
}
