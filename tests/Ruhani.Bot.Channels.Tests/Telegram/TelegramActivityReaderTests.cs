using System.Text;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels.Telegram;

namespace Ruhani.Bot.Channels.Tests.Telegram;

public sealed class TelegramActivityReaderTests
{
    private const string Aigul =
        """{"id":1001,"is_bot":false,"first_name":"Айгүл","last_name":"С.","language_code":"kk"}""";
    private const string Private = """{"id":1001,"type":"private","first_name":"Айгүл"}""";
    private const string Group = """{"id":-1002003,"type":"supergroup","title":"Кеңсе"}""";
    private const string Us = """{"id":42,"is_bot":true,"first_name":"Bot","username":"RuhaniBot"}""";

    private static readonly DateTimeOffset _received = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset _sent = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);

    [Fact]
    public void What_every_activity_knows()
    {
        var activity = Read<TextActivity>(Message(Private, "\"text\":\"Сәлем\""));

        Assert.Equal(
            new TextActivity
            {
                Id = "telegram:42:7",
                Conversation = new("telegram", "1001"),
                At = _sent,
                MessageId = "5",
                Text = "Сәлем",
                From = new Sender("telegram:1001", "kk", "Айгүл С."),
            },
            activity);
    }

    [Theory]
    [InlineData("/start", "start", "")]
    [InlineData("/start event_7-kk", "start", "event_7-kk")]
    [InlineData("/Help@ruhanibot", "help", "")]
    [InlineData("/ask@RuhaniBot  деген не? ", "ask", "деген не?")]
    [InlineData("/ask\nжаңа жол", "ask", "жаңа жол")]
    [InlineData("/көмек", "көмек", "")]
    public void Commands(string text, string name, string payload)
    {
        var command = Read<CommandActivity>(Message(Private, $"\"text\":{Json(text)}"));

        Assert.Equal((name, payload), (command.Name, command.Payload));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/ start")]
    [InlineData("/7-сурет")]
    [InlineData("a/start")]
    [InlineData("")]
    [InlineData("😀")]
    public void Words_that_are_no_command(string text) =>
        Assert.Equal(text, Read<TextActivity>(Message(Private, $"\"text\":{Json(text)}")).Text);

    [Fact]
    public void A_command_for_another_bot_is_not_ours() =>
        Assert.Null(Read(Message(Group, "\"text\":\"/help@other_bot\"")));

    [Theory]
    [InlineData("@RuhaniBot рәміздер қандай?", 0, "рәміздер қандай?")]
    [InlineData("@ruhanibot, рәміздер?", 0, "рәміздер?")]
    [InlineData("Айтшы @RuhaniBot рәміздер?", 6, "Айтшы рәміздер?")]
    [InlineData("рәміздер? @RuhaniBot", 10, "рәміздер?")]
    [InlineData("@RuhaniBot", 0, "")]
    public void In_a_group_a_mention_addresses_us_and_is_cut_out(string text, int offset, string rest)
    {
        var entity = $$"""{"type":"mention","offset":{{offset}},"length":10}""";

        var activity = Read<TextActivity>(Message(Group, $"\"text\":{Json(text)},\"entities\":[{entity}]"));

        Assert.Equal((rest, true), (activity.Text, activity.IsGroup));
        Assert.Equal("telegram:-1002003", activity.Conversation.ToString());
        Assert.Equal("telegram:1001", activity.From.Address);
    }

    [Fact]
    public void A_mention_before_a_command_is_a_command() => Assert.Equal("help", Read<CommandActivity>(Message(
        Group, "\"text\":\"@RuhaniBot /help\",\"entities\":[{\"type\":\"mention\",\"offset\":0,\"length\":10}]")).Name);

    [Fact]
    public void A_bot_mentioned_by_its_id_is_addressed() => Assert.Equal("сұрақ", Read<TextActivity>(Message(
        Group, "\"text\":\"Бот сұрақ\",\"entities\":[{\"type\":\"text_mention\",\"offset\":0,\"length\":3,"
            + $"\"user\":{Us}}}]")).Text);

    [Fact]
    public void A_mention_in_a_caption_addresses_us_too()
    {
        const string content = """
            "photo":[{"file_id":"s","file_unique_id":"1","width":90,"height":90},
            {"file_id":"l","file_unique_id":"2","width":900,"height":900,"file_size":7}],
            "caption":"@RuhaniBot логотип","caption_entities":[{"type":"mention","offset":0,"length":10}]
            """;

        var photo = Read<PhotoActivity>(Message(Group, content));

        Assert.Equal(("l", 7, "логотип"), (photo.Photo.Id, photo.Photo.Size, photo.Caption));
    }

    [Theory]
    [InlineData("\"text\":\"бұл бізге емес\"")]
    [InlineData("\"text\":\"@other_bot рәміздер\",\"entities\":[{\"type\":\"mention\",\"offset\":0,\"length\":10}]")]
    [InlineData("\"text\":\"@RuhaniBotX x\",\"entities\":[{\"type\":\"mention\",\"offset\":0,\"length\":11}]")]
    [InlineData("\"text\":\"x\",\"entities\":[{\"type\":\"mention\",\"offset\":-1,\"length\":10}]")]
    [InlineData("\"text\":\"x\",\"entities\":[{\"type\":\"mention\",\"offset\":0,\"length\":99}]")]
    [InlineData("\"dice\":{\"emoji\":\"🎲\",\"value\":3}")]
    [InlineData("\"new_chat_title\":\"Кеңсе 2\"")]
    public void In_a_group_what_is_not_addressed_is_not_ours(string content) =>
        Assert.Null(Read(Message(Group, content)));

    [Fact]
    public void A_reply_to_our_message_addresses_us()
    {
        Assert.Equal("ал оның ережесі?", Read<TextActivity>(Message(Group, ReplyTo(Us))).Text);
        Assert.Null(Read(Message(Group, ReplyTo(Aigul))));

        static string ReplyTo(string author) => $$"""
            "text":"ал оның ережесі?",
            "reply_to_message":{"message_id":4,"date":1,"chat":{{Group}},"from":{{author}},"text":"x"}
            """;
    }

    [Fact]
    public void Buttons()
    {
        var button = Read<ButtonActivity>(Callback(Private, 1_790_000_000, "\"data\":\"ask:1\""));

        Assert.Equal(("ask:1", "5", "5"), (button.Token, button.SourceMessageId, button.MessageId));
        Assert.Equal(("telegram:42:7", _received, false), (button.Id, button.At, button.IsGroup));
        Assert.Equal("telegram:1001", button.From.Address);
    }

    [Fact]
    public void A_button_in_a_group_is_pressed_by_a_member()
    {
        var button = Read<ButtonActivity>(Callback(Group, 1_790_000_000, "\"data\":\"x\""));

        Assert.Equal(("telegram:-1002003", "telegram:1001", true),
            (button.Conversation.ToString(), button.From.Address, button.IsGroup));
    }

    [Fact]
    public void A_button_of_a_message_out_of_reach_has_no_message_to_edit() =>
        Assert.Null(Read<ButtonActivity>(Callback(Private, 0, "\"data\":\"x\"")).SourceMessageId);

    [Fact]
    public void A_press_without_data_is_not_ours() =>
        Assert.Null(Read(Callback(Private, 1_790_000_000, "\"game_short_name\":\"x\"")));

    [Fact]
    public void A_press_under_an_inline_message_is_not_ours() => Assert.Null(Read($$"""
        {"update_id":7,"callback_query":{"id":"1","from":{{Aigul}},"chat_instance":"1","inline_message_id":"a",
        "data":"x"} }
        """));

    [Theory]
    [InlineData("document", "есеп.docx")]
    [InlineData("audio", "ән.mp3")]
    [InlineData("video", "бейне.mp4")]
    public void Files(string kind, string name)
    {
        var content = $$"""
            "{{kind}}":{"file_id":"f1","file_unique_id":"u","file_name":"{{name}}","mime_type":"a/b",
            "file_size":3000000000,"duration":1,"width":1,"height":1},"caption":"міне"
            """;

        var file = Read<FileActivity>(Message(Private, content));

        Assert.Equal(new Attachment("f1", name, "a/b", 3_000_000_000), file.File);
        Assert.Equal("міне", file.Caption);
    }

    [Fact]
    public void A_voice_message() => Assert.Equal(
        new Attachment("v", Name: null, "audio/ogg", 900),
        Read<VoiceActivity>(Message(Private,
            "\"voice\":{\"file_id\":\"v\",\"file_unique_id\":\"u\",\"duration\":2,"
            + "\"mime_type\":\"audio/ogg\",\"file_size\":900}")).Voice);

    [Theory]
    [InlineData("\"location\":{\"latitude\":43.24,\"longitude\":76.9}")]
    [InlineData("\"venue\":{\"location\":{\"latitude\":43.24,\"longitude\":76.9},\"title\":\"t\",\"address\":\"a\"},"
        + "\"location\":{\"latitude\":43.24,\"longitude\":76.9}")]
    public void Places(string content)
    {
        var place = Read<LocationActivity>(Message(Private, content));

        Assert.Equal((43.24, 76.9), (place.Latitude, place.Longitude));
    }

    [Theory]
    [InlineData("\"user_id\":1001,", true)]
    [InlineData("\"user_id\":1002,", false)]
    [InlineData("", false)]
    public void Only_the_senders_own_card_is_vouched_for(string user, bool isOwn)
    {
        var contact = Read<ContactActivity>(Message(
            Private, $"\"contact\":{{{user}\"phone_number\":\"+77010000000\",\"first_name\":\"А\"}}"));

        Assert.Equal(("+77010000000", isOwn), (contact.Phone, contact.IsOwn));
    }

    [Theory]
    [InlineData("sticker", """
        "sticker":{"file_id":"s","file_unique_id":"u","type":"regular","width":1,"height":1,
        "is_animated":false,"is_video":false}
        """)]
    [InlineData("dice", "\"dice\":{\"emoji\":\"🎲\",\"value\":3}")]
    [InlineData("poll", """
        "poll":{"id":"1","question":"q","options":[],"total_voter_count":0,"is_closed":false,"is_anonymous":true,
        "type":"regular","allows_multiple_answers":false}
        """)]
    [InlineData("videonote", "\"video_note\":{\"file_id\":\"n\",\"file_unique_id\":\"u\",\"length\":1,\"duration\":1}")]
    [InlineData("animation", """
        "animation":{"file_id":"a","file_unique_id":"u","width":1,"height":1,"duration":1},
        "document":{"file_id":"a","file_unique_id":"u"}
        """)]
    [InlineData("photo", "\"photo\":[]")]
    [InlineData("unknown", "\"hologram\":{\"file_id\":\"h\"}")]
    public void What_we_cannot_read_is_unsupported(string what, string content) =>
        Assert.Equal(what, Read<UnsupportedActivity>(Message(Private, content)).What);

    [Theory]
    [InlineData("\"pinned_message\":{\"message_id\":4,\"date\":1,\"text\":\"x\","
        + "\"chat\":{\"id\":1001,\"type\":\"private\"}}")]
    [InlineData("\"message_auto_delete_timer_changed\":{\"message_auto_delete_time\":86400}")]
    [InlineData("\"write_access_allowed\":{}")]
    public void Service_messages_are_not_ours(string content) => Assert.Null(Read(Message(Private, content)));

    [Theory]
    [InlineData("\"migrate_to_chat_id\":-1009")]
    [InlineData("\"new_chat_members\":[{\"id\":42,\"is_bot\":true,\"first_name\":\"Bot\"}]")]
    public void Service_messages_of_groups_are_not_ours(string content) => Assert.Null(Read(Message(Group, content)));

    [Theory]
    [InlineData("edited_message")]
    [InlineData("channel_post")]
    [InlineData("edited_channel_post")]
    [InlineData("business_message")]
    public void Other_kinds_of_updates_are_not_ours(string kind) => Assert.Null(Read(
        Message(Private, "\"text\":\"/start\"").Replace("\"message\":", $"\"{kind}\":", StringComparison.Ordinal)));

    [Fact]
    public void Bots_are_not_answered() => Assert.Null(Read(Message(Private, "\"text\":\"/start\"")
        .Replace("\"is_bot\":false", "\"is_bot\":true", StringComparison.Ordinal)));

    [Theory]
    [InlineData(Private, "member", "kicked", MembershipChange.Blocked)]
    [InlineData(Private, "kicked", "member", MembershipChange.Unblocked)]
    [InlineData(Private, "left", "member", null)]
    [InlineData(Group, "left", "member", MembershipChange.AddedToGroup)]
    [InlineData(Group, "kicked", "administrator", MembershipChange.AddedToGroup)]
    [InlineData(Group, "member", "administrator", null)]
    [InlineData(Group, "administrator", "left", MembershipChange.RemovedFromGroup)]
    [InlineData(Group, "member", "kicked", MembershipChange.RemovedFromGroup)]
    [InlineData("""{"id":-1004,"type":"channel","title":"К"}""", "left", "administrator", null)]
    public void Membership(string chat, string before, string after, MembershipChange? change)
    {
        var activity = Read($$"""
            {"update_id":7,"my_chat_member":{"chat":{{chat}},"from":{{Aigul}},"date":1790000000,
            "old_chat_member":{"status":"{{before}}","user":{{Us}} },
            "new_chat_member":{"status":"{{after}}","user":{{Us}} } } }
            """);

        Assert.Equal(change, (activity as MembershipActivity)?.Change);
        Assert.Equal(change is null, activity is null);
    }

    private static T Read<T>(string update)
        where T : Activity => Assert.IsType<T>(Read(update));

    private static Activity? Read(string update)
    {
        var identity = new TelegramIdentity("42:token") { Name = "RuhaniBot" };
        var parsed = TelegramUpdateParser.Parse(Encoding.UTF8.GetBytes(update));
        Assert.NotNull(parsed.Update);
        return new TelegramActivityReader(identity).Read(parsed.Update, _received);
    }

    private static string Message(string chat, string content) => $$"""
        {"update_id":7,"message":{"message_id":5,"date":1790000000,"chat":{{chat}},"from":{{Aigul}},{{content}} } }
        """;

    private static string Callback(string chat, long date, string content) => $$"""
        {"update_id":7,"callback_query":{"id":"1","from":{{Aigul}},"chat_instance":"1",{{content}},
        "message":{"message_id":5,"date":{{date}},"chat":{{chat}},"from":{{Us}},"text":"x"} } }
        """;

    private static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
