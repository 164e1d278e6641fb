using System.Text;
using System.Text.Json;
using Ruhani.Bot.Channels.Telegram;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Ruhani.Bot.Channels.Tests.Telegram;

/// <summary>What the bot doesn't look into is still known for what it is.</summary>
public sealed class TelegramUpdateParserTests
{
    [Theory]
    [InlineData("""
        "sticker":{"file_id":"a","file_unique_id":"b","type":"regular","width":1,"height":1,
        "is_animated":false,"is_video":false}
        """)]
    [InlineData("""
        "poll":{"id":"1","question":"?","options":[],"total_voter_count":0,"is_closed":false,
        "is_anonymous":true,"type":"regular","allows_multiple_answers":false}
        """)]
    [InlineData("""
        "animation":{"file_id":"a","file_unique_id":"b","width":1,"height":1,"duration":1},
        "document":{"file_id":"a","file_unique_id":"b"}
        """)]
    [InlineData("""
        "venue":{"location":{"latitude":51.1,"longitude":71.4},"title":"a","address":"b"},
        "location":{"latitude":51.1,"longitude":71.4}
        """)]
    [InlineData("""
        "dice":{"emoji":"🎲","value":3}
        """)]
    [InlineData("""
        "video_note":{"file_id":"a","file_unique_id":"b","length":1,"duration":1}
        """)]
    [InlineData("""
        "new_chat_members":[{"id":5,"is_bot":false,"first_name":"A"}]
        """)]
    [InlineData("""
        "new_chat_title":"Кеңсе"
        """)]
    [InlineData("""
        "migrate_to_chat_id":-1001
        """)]
    [InlineData("""
        "group_chat_created":true
        """)]
    [InlineData("""
        "giveaway":{"chats":[],"winners_selection_date":1,"winner_count":1}
        """)]
    [InlineData("""
        "text":"Сәлем","forward_origin":{"type":"hidden_user","sender_user_name":"A","date":1}
        """)]
    public void A_message_is_of_the_kind_the_package_says(string content)
    {
        var json = $$$"""
            {"update_id":1,"message":{"message_id":1,"date":1700000000,
            "chat":{"id":1,"type":"private","first_name":"A"},{{{content}}}
            }}
            """;

        var kind = TelegramUpdateParser.Parse(Encoding.UTF8.GetBytes(json)).Update!.Message!.Type;

        Assert.NotEqual(MessageType.Unknown, kind);
        Assert.Equal(JsonSerializer.Deserialize<Update>(json, JsonBotAPI.Options)!.Message!.Type, kind);
    }
}
