using Ruhani.Bot.Activities;

namespace Ruhani.Bot.Channels.Telegram;

/// <summary>What every activity of one update has in common, and the activities it may become.</summary>
internal readonly record struct TelegramOrigin(
    string Id, ConversationKey Conversation, Sender From, DateTimeOffset At, bool IsGroup, string? MessageId)
{
    public TextActivity Text(string text) => new()
    {
        Id = Id,
        Conversation = Conversation,
        From = From,
        At = At,
        IsGroup = IsGroup,
        MessageId = MessageId,
        Text = text,
    };

    public CommandActivity Command(string name, string payload) => new()
    {
        Id = Id,
        Conversation = Conversation,
        From = From,
        At = At,
        IsGroup = IsGroup,
        MessageId = MessageId,
        Name = name,
        Payload = payload,
    };

    public ButtonActivity Button(string token, string? sourceMessageId) => new()
    {
        Id = Id,
        Conversation = Conversation,
        From = From,
        At = At,
        IsGroup = IsGroup,
        MessageId = MessageId,
        Token = token,
        SourceMessageId = sourceMessageId,
    };

    public FileActivity File(Attachment file, string? caption) => new()
    {
        Id = Id,
        Conversation = Conversation,
        From = From,
        At = At,
        IsGroup = IsGroup,
        MessageId = MessageId,
        File = file,
        Caption = caption,
    };

    public PhotoActivity Photo(Attachment photo, string? caption) => new()
    {
        Id = Id,
        Conversation = Conversation,
        From = From,
        At = At,
        IsGroup = IsGroup,
        MessageId = MessageId,
        Photo = photo,
        Caption = caption,
    };

    public VoiceActivity Voice(Attachment voice) => new()
    {
        Id = Id,
        Conversation = Conversation,
        From = From,
        At = At,
        IsGroup = IsGroup,
        MessageId = MessageId,
        Voice = voice,
    };

    public LocationActivity Location(double latitude, double longitude) => new()
    {
        Id = Id,
        Conversation = Conversation,
        From = From,
        At = At,
        IsGroup = IsGroup,
        MessageId = MessageId,
        Latitude = latitude,
        Longitude = longitude,
    };

    public ContactActivity Contact(string phone, bool isOwn) => new()
    {
        Id = Id,
        Conversation = Conversation,
        From = From,
        At = At,
        IsGroup = IsGroup,
        MessageId = MessageId,
        Phone = phone,
        IsOwn = isOwn,
    };

    public MembershipActivity Membership(MembershipChange change) => new()
    {
        Id = Id,
        Conversation = Conversation,
        From = From,
        At = At,
        IsGroup = IsGroup,
        MessageId = MessageId,
        Change = change,
    };

    public UnsupportedActivity Unsupported(string what) => new()
    {
        Id = Id,
        Conversation = Conversation,
        From = From,
        At = At,
        IsGroup = IsGroup,
        MessageId = MessageId,
        What = what,
    };
}
