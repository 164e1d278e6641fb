using System.Text.Json.Nodes;
using Ruhani.Bot.Outbox;

namespace Ruhani.Bot.Channels.Tests.WhatsApp;

/// <summary>Every body we send is what the vendor's OpenAPI file says.</summary>
public sealed class OpenApiTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("77010000001")]
    [InlineData("KZ.1349")]
    public async Task Every_body_we_send_is_valid(string chat)
    {
        var schemas = await LoadAsync();
        await using var bot = await WhatsAppBot.StartAsync(
            ("WhatsApp:Templates:announcement:kk", "office_news {{1}}"),
            ("WhatsApp:Templates:answer:kk", "answer_ready"));
        var text = bot.Message(chat, "*Логотип*");
        var buttons = text with { Buttons = [[new("Иә", "t.yes")], [new("Жоқ", "t.no")]] };
        await bot.SendAsync(text);
        await bot.SendAsync(buttons);
        await bot.SendAsync(buttons with { ListLabel = "Таңдау" });
        var row = new OutboxButton("Иә", "t.yes", "түсінік");
        await bot.SendAsync(text with { Buttons = [[row]], ListLabel = "Таңдау" });
        await bot.SendAsync(text with { Purpose = "announcement" }, lastInboundAt: null);
        await bot.SendAsync(text with { Purpose = "answer" }, lastInboundAt: null);
        var file = new OutboxFile(await bot.Files.PutAsync("рұқсат.pdf", "%PDF-1.7"u8.ToArray()));
        await bot.SendAsync(text with { File = file });
        await bot.SendAsync(buttons with { File = file });
        Assert.Equal(8, bot.Server.Requests.Count);
        foreach (var body in bot.Server.Requests)
        {
            // Newer than the file: what statuses give back, and addressing by a business-scoped id.
            Assert.Equal(text.Id, (string?)body["biz_opaque_callback_data"]);
            body.Remove("biz_opaque_callback_data");
            if (chat.StartsWith("KZ.", StringComparison.Ordinal))
            {
                Assert.False(body.ContainsKey("to"));
                body["to"] = body["recipient"]!.DeepClone();
                body.Remove("recipient");
            }

            var schema = await schemas.MessageAsync((string)body["type"]!, Cancel);
            Assert.Empty(schema.Validate(body.ToJsonString()));
        }
    }

    [Fact]
    public async Task The_schemas_do_refuse_what_is_wrong()
    {
        var schemas = await LoadAsync();
        var schema = await schemas.MessageAsync("interactive", Cancel);
        var body = JsonNode.Parse("""
            {"messaging_product":"whatsapp","recipient_type":"individual","to":"7701","type":"interactive",
             "interactive":{"type":"button","body":{"text":"?"},"action":
             {"buttons":[{"type":"reply","reply":{"id":"1","title":"T"}}]}}}
            """)!.AsObject();
        Assert.Empty(schema.Validate(body.ToJsonString()));
        body["interactive"]!["action"]!["buttons"]![0]!["reply"]!["title"] = new string('T', 21);
        Assert.NotEmpty(schema.Validate(body.ToJsonString()));
    }

    [Fact]
    public async Task A_read_mark_has_the_shape_of_the_vendors_example()
    {
        var file = Path.Combine(SpecificationFiles.Folder(), "requests", "send_typing_indicator_and_read_receipt.json");
        var example = JsonNode.Parse(await File.ReadAllTextAsync(file, Cancel))!.AsObject();
        await using var bot = await WhatsAppBot.StartAsync();
        await bot.SendAsync(bot.Message("77010000001", "жауап", "wamid.1"));
        var mark = bot.Server.Requests.First();
        example["message_id"] = "wamid.1";
        Assert.True(JsonNode.DeepEquals(example, mark), mark.ToJsonString());
    }

    private static async Task<OpenApiSchemas> LoadAsync()
    {
        var file = Directory.GetFiles(SpecificationFiles.Folder(), "business-messaging-api_*.json").Single();
        return new OpenApiSchemas(JsonNode.Parse(await File.ReadAllTextAsync(file, Cancel))!.AsObject());
    }
}
