using System.Text.Json;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels.WhatsApp;

namespace Ruhani.Bot.Channels.Tests.WhatsApp;

public sealed class ActivityReaderTests
{
    private static readonly DateTimeOffset ReceivedAt = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("""{"type":"text","text":{"body":"Логотипті қайдан аламын?"}}""", "Логотипті қайдан аламын?")]
    [InlineData("""{"type":"text","text":{"body":""}}""", "")]
    [InlineData("""{"type":"text","text":{"body":"/"}}""", "/")]
    [InlineData("""{"type":"text","text":{"body":"/көмек"}}""", "/көмек")]
    [InlineData("""{"type":"text","text":{"body":"а/б"},"context":{"forwarded":true}}""", "а/б")]
    [InlineData("""{"type":"text","text":{"body":"Сәлем"},"referral":{"source_type":"ad"}}""", "Сәлем")]
    [InlineData("""{"type":"button","button":{"payload":"Иә","text":"Иә"}}""", "Иә")]
    public void Words_are_text(string json, string text) =>
        Assert.Equal(text, Assert.IsType<TextActivity>(Read(json)).Text);

    [Theory]
    [InlineData("/start", "start", "")]
    [InlineData("/Start  event_7 ", "start", "event_7")]
    [InlineData(" /ask рухани\nжаңғыру", "ask", "рухани\nжаңғыру")]
    public void A_slash_word_is_a_command(string text, string name, string payload)
    {
        var command = Assert.IsType<CommandActivity>(
            Read(JsonSerializer.Serialize(new { type = "text", text = new { body = text } })));
        Assert.Equal((name, payload), (command.Name, command.Payload));
    }

    [Theory]
    [InlineData("""
        {"type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"t.1","title":"Иә"}}}
        """)]
    [InlineData("""
        {"type":"interactive","interactive":{"type":"list_reply",
         "list_reply":{"id":"t.1","title":"Қала","description":"Астана"}}}
        """)]
    [InlineData("""{"type":"button","button":{"payload":"t.1","text":"Иә"},"context":{"id":"wamid.A"}}""")]
    public void A_press_carries_its_token(string json) =>
        Assert.Equal("t.1", Assert.IsType<ButtonActivity>(Read(json)).Token);

    [Fact]
    public void A_picture_keeps_its_caption()
    {
        var photo = Assert.IsType<PhotoActivity>(
            Read("""{"type":"image","image":{"id":"77","mime_type":"image/jpeg","caption":"Лого"}}"""));
        Assert.Equal(("77", "image/jpeg", "Лого"), (photo.Photo.Id, photo.Photo.MediaType, photo.Caption));
    }

    [Fact]
    public void A_document_keeps_its_name()
    {
        var file = Assert.IsType<FileActivity>(Read("""
            {"type":"document","document":{"id":"78","mime_type":"application/pdf","filename":"Өтініш.pdf"}}
            """));
        Assert.Equal(new Attachment("78", "Өтініш.pdf", "application/pdf"), file.File);
    }

    [Theory]
    [InlineData("""{"type":"audio","audio":{"id":"79","voice":true}}""", typeof(VoiceActivity))]
    [InlineData("""{"type":"voice","voice":{"id":"79"}}""", typeof(VoiceActivity))]
    [InlineData("""{"type":"audio","audio":{"id":"79","voice":false}}""", typeof(FileActivity))]
    [InlineData("""{"type":"video","video":{"id":"79","caption":"?"}}""", typeof(FileActivity))]
    [InlineData("""{"type":"request_welcome"}""", typeof(MembershipActivity))]
    public void Kinds_of_media_are_told_apart(string json, Type kind) => Assert.IsType(kind, Read(json));

    [Fact]
    public void A_location_is_read_in_degrees()
    {
        var place = Assert.IsType<LocationActivity>(
            Read("""{"type":"location","location":{"latitude":51.128,"longitude":71.43,"name":"Бәйтерек"}}"""));
        Assert.Equal((51.128, 71.43), (place.Latitude, place.Longitude));
    }

    [Theory]
    [InlineData("77010000001", true)]
    [InlineData("77019999999", false)]
    public void A_card_is_ones_own_only_with_ones_own_id(string waId, bool isOwn)
    {
        var card = Assert.IsType<ContactActivity>(Read(
            $$"""{"type":"contacts","contacts":[{"phones":[]},{"phones":[{"phone":"+7 701","wa_id":"{{waId}}"}]}]}"""));
        Assert.Equal(("+7 701", isOwn), (card.Phone, card.IsOwn));
    }

    [Theory]
    [InlineData("""{"type":"sticker","sticker":{"id":"1"}}""", "sticker")]
    [InlineData("""{"type":"order","order":{}}""", "order")]
    [InlineData("""{"type":"unsupported","errors":[{"code":131051}]}""", "unsupported")]
    [InlineData("""{"type":"unsupported","unsupported":{"type":"poll"}}""", "poll")]
    [InlineData("""{"type":"hologram"}""", "hologram")]
    [InlineData("""{}""", "unknown")]
    [InlineData("""{"type":"text"}""", "text")]
    [InlineData("""{"type":"text","text":"not an object"}""", "text")]
    [InlineData("""{"type":"text","text":{"body":"\ud800"}}""", "text")]
    [InlineData("""{"type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{}}}""", "nfm_reply")]
    [InlineData("""{"type":"interactive","interactive":{"type":"list_reply","list_reply":{}}}""", "list_reply")]
    [InlineData("""{"type":"location","location":{"latitude":512,"longitude":0}}""", "location")]
    [InlineData("""{"type":"contacts","contacts":[{"name":{}}]}""", "contacts")]
    [InlineData("""{"type":"image","image":{}}""", "image")]
    public void What_cannot_be_read_is_unsupported(string json, string what) =>
        Assert.Equal(what, Assert.IsType<UnsupportedActivity>(Read(json)).What);

    [Theory]
    [InlineData("""{"type":"reaction","reaction":{"emoji":"👍"}}""")]
    [InlineData("""{"type":"system","system":{"type":"user_identity_changed"}}""")]
    [InlineData("""{"type":"edit","edit":{"message":{"type":"text","text":{"body":"түзетілді"}}}}""")]
    [InlineData("""{"type":"revoke","revoke":{}}""")]
    public void What_is_no_turn_is_nothing(string json) => Assert.Null(Read(json));

    [Fact]
    public void The_envelope_becomes_the_frame()
    {
        var activity = Read("""{"type":"text","text":{"body":"а"},"timestamp":"1700000000"}""")!;
        Assert.StartsWith("whatsapp:", activity.Id, StringComparison.Ordinal);
        Assert.DoesNotContain("wamid.1", activity.Id, StringComparison.Ordinal);
        Assert.Equal("wamid.1", activity.MessageId);
        Assert.Equal("whatsapp:77010000001", activity.Conversation.ToString());
        Assert.Equal(new Sender("whatsapp:77010000001", Name: "Айгүл"), activity.From);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1700000000), activity.At);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"soon\"")]
    [InlineData("99999999999999999")]
    public void Without_a_sound_time_the_receiving_counts(string timestamp) =>
        Assert.Equal(ReceivedAt, Read($$"""{"type":"text","text":{"body":"а"},"timestamp":{{timestamp}}}""")!.At);

    private static Activity? Read(string json)
    {
        using var contact = JsonDocument.Parse("""{"wa_id":"77010000001","profile":{"name":"Айгүл"}}""");
        using var message = JsonDocument.Parse(
            json == "{}"
                ? """{"id":"wamid.1","from":"77010000001"}"""
                : """{"id":"wamid.1","from":"77010000001",""" + json.Trim()[1..]);
        var inbound = WhatsAppInbound.Read(message.RootElement, [contact.RootElement]);
        return WhatsAppActivityReader.Read(inbound!, "77010000001", ReceivedAt);
    }
}
