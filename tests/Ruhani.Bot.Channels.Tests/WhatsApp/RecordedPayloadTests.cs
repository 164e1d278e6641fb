using System.Net;
using System.Text.Json.Nodes;
using Ruhani.Bot.Channels.WhatsApp;

namespace Ruhani.Bot.Channels.Tests.WhatsApp;

/// <summary>Payloads recorded by others: none throws, and each is a turn, a receipt, or nothing on purpose.</summary>
public sealed class RecordedPayloadTests
{
    /// <summary>What may end as nothing: fields and types that are no words of a person to us.</summary>
    private static readonly string[] NothingByType = ["reaction", "system", "edit", "revoke"];

    [Fact]
    public async Task Every_recorded_webhook_is_taken_in()
    {
        var files = Directory.GetFiles(Path.Combine(SpecificationFiles.Folder(), "webhooks"), "*.json");
        Assert.NotEmpty(files);
        await using var bot = await WhatsAppBot.StartAsync();
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            await TakeInAsync(bot, file);
        }
    }

    private static async Task TakeInAsync(WhatsAppBot bot, string file)
    {
        var name = Path.GetFileName(file);
        var cancel = TestContext.Current.CancellationToken;
        var call = JsonNode.Parse(await File.ReadAllTextAsync(file, cancel))!.AsObject();
        var changes = call["entry"]!.AsArray()
            .SelectMany(e => e!["changes"]!.AsArray()).Select(c => c!.AsObject()).ToList();
        var expectedTurns = 0;
        var expectedReceipts = 0;
        foreach (var change in changes)
        {
            var value = change["value"]!.AsObject();
            if (value["metadata"] is JsonObject metadata)
            {
                metadata["phone_number_id"] = bot.Server.Settings.PhoneNumberId;
            }

            if ((string?)change["field"] != "messages")
            {
                continue;
            }

            foreach (var message in value["messages"]?.AsArray() ?? [])
            {
                message!["id"] = $"wamid.{name}.{expectedTurns}"; // recorded ids repeat from file to file
                expectedTurns += NothingByType.Contains((string)message["type"]!) ? 0 : 1;
            }

            expectedReceipts += (value["statuses"]?.AsArray() ?? []).Count(s =>
                s!["biz_opaque_callback_data"] is not null && (string?)s["status"] != "sent");
        }

        var turns = bot.Turns.Committed.Count;
        var receipts = bot.Receipts.Count;
        Assert.Equal((name, HttpStatusCode.OK), (name, await bot.Server.Webhook.PostAsync(call, cancel)));
        Assert.Equal((name, HttpStatusCode.OK), (name, await bot.Server.Webhook.PostAsync(call, cancel)));
        Assert.Equal((name, expectedTurns), (name, bot.Turns.Committed.Count - turns));
        Assert.Equal((name, 2 * expectedReceipts), (name, bot.Receipts.Count - receipts));
    }

    [Fact]
    public void Every_error_code_of_the_list_has_a_meaning_of_ours_or_sets_the_message_aside()
    {
        var file = Path.Combine(SpecificationFiles.Folder(), "error-codes.json");
        var list = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        var transient = list
            .Where(e => (string?)e.Value!["family"] == "ThrottlingError" && int.TryParse(e.Key, out _))
            .Select(e => int.Parse(e.Key, System.Globalization.CultureInfo.InvariantCulture))
            .Where(code => code is not 133016); // registering a number; we never do
        Assert.All(transient, code =>
            Assert.IsType<DeliveryOutcome.Retry>(WhatsAppErrors.Outcome(new WhatsAppError(code))));
        var permission = list.Where(e => (string?)e.Value!["family"] == "AuthorizationError")
            .SelectMany(e => e.Key.Split('-'))
            .Select(code => int.Parse(code, System.Globalization.CultureInfo.InvariantCulture));
        Assert.All(permission, code =>
            Assert.IsType<DeliveryOutcome.Halted>(WhatsAppErrors.Outcome(new WhatsAppError(code))));
    }
}
