using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Storage.LiteDb;
using Ruhani.Bot.Testing.WhatsApp;

namespace Ruhani.Bot.Host.Tests.Running;

/// <summary>Whoever has their data deleted on a network leaves nothing behind in the file, and can write on.</summary>
public sealed class ErasureTests
{
    private const string Phone = "77017654321";
    private const string UserId = "KZ.13491208655302741918";
    private const string Question = "Сколько стоит билет в океанариум?";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_the_web_chat_the_page_shows_nothing_again_and_goes_on()
    {
        using var folder = new TempFolder();
        await using (var host = await HostProcess.StartAsync(folder.Path))
        {
            using var client = new HttpClient { BaseAddress = new Uri(host.Url) };
            var opened = await PostAsync(client, "/v3/directline/conversations", null);
            client.DefaultRequestHeaders.Authorization =
                new AuthenticationHeaderValue("Bearer", (string)opened["token"]!);
            var path = $"/v3/directline/conversations/{opened["conversationId"]}/activities";
            using var stream = new ClientWebSocket();
            await stream.ConnectAsync(new Uri((string)opened["streamUrl"]!), Cancelled);
            await SayAsync(client, path, Question);
            await UntilAsync(stream, "не сказано");
            await SayAsync(client, path, "удали мои данные");
            await UntilAsync(stream, "Удаление ваших данных");
            await SayAsync(client, path, "Удалить мои данные");
            await UntilAsync(stream, "безвозвратно?");
            await SayAsync(client, path, "Удалить безвозвратно");
            var last = await UntilAsync(stream, "удалено");

            var shown = await client.GetStringAsync(path, Cancelled);
            Assert.DoesNotContain("океанариум", shown, StringComparison.Ordinal);
            Assert.Contains("удалено", shown, StringComparison.Ordinal);

            // A page that is open goes on where it was.
            await SayAsync(client, path, "Национальный код");
            var next = await UntilAsync(stream, "национального кода");
            Assert.True(string.CompareOrdinal((string)next["id"]!, (string)last["id"]!) > 0);
            Assert.Equal(0, await host.StopAsync());
        }

        Assert.DoesNotContain("океанариум", await StoredAsync(folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_WhatsApp_neither_number_nor_id_is_left()
    {
        using var folder = new TempFolder();
        await using var server = await WhatsAppServer.StartAsync(new WhatsAppServerSettings(), Cancelled);
        await using (var host = await HostProcess.StartAsync(
            folder.Path,
            $"--WhatsApp:ApiUrl={server.ApiUrl}",
            $"--WhatsApp:AccessToken={server.Settings.AccessToken}",
            $"--WhatsApp:PhoneNumberId={server.Settings.PhoneNumberId}",
            $"--WhatsApp:AppSecret={server.Settings.AppSecret}",
            $"--WhatsApp:VerifyToken={server.Settings.VerifyToken}"))
        {
            await server.Webhook.SubscribeAsync(new Uri($"{host.Url}/whatsapp/webhook"), Cancelled);
            var user = server.AddUser("Айгүл", Phone, UserId);
            foreach (var (words, answer) in new[]
            {
                (Question, "не сказано"),
                ("удали мои данные", "Удаление ваших данных"),
                ("Удалить мои данные", "безвозвратно?"),
                ("Удалить безвозвратно", "удалено"),
            })
            {
                await user.SayAsync(words, Cancelled);
                WhatsAppSent sent;
                do
                {
                    sent = await server.NextSentAsync(Cancelled);
                    await server.ReportAsync(sent, "delivered", Cancelled);
                }
                while (!sent.Body.ToJsonString(Readable).Contains(answer, StringComparison.Ordinal));
            }

            Assert.Equal(0, await host.StopAsync());
        }

        var left = await StoredAsync(folder);
        Assert.DoesNotContain(Phone, left, StringComparison.Ordinal);
        Assert.DoesNotContain(UserId, left, StringComparison.Ordinal);
        Assert.DoesNotContain("океанариум", left, StringComparison.Ordinal);
    }

    private static System.Text.Json.JsonSerializerOptions Readable { get; } = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static async Task SayAsync(HttpClient client, string path, string text) => await PostAsync(
        client,
        path,
        new JsonObject
        {
            ["type"] = "message",
            ["text"] = text,
            ["locale"] = "ru-RU",
            ["from"] = new JsonObject { ["id"] = "u1" },
        });

    private static async Task<JsonObject> PostAsync(HttpClient client, string path, JsonObject? body)
    {
        using var content = new StringContent(body?.ToJsonString() ?? "", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), content, Cancelled);
        var text = await answer.Content.ReadAsStringAsync(Cancelled);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    // The activity whose text says so.
    private static async Task<JsonObject> UntilAsync(ClientWebSocket stream, string words)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        var buffer = new byte[256 * 1024];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await stream.ReceiveAsync(buffer.AsMemory(length), limit.Token);
                length += part.Count;
            }
            while (!part.EndOfMessage);
            var frame = length == 0 ? null : JsonNode.Parse(buffer.AsSpan(0, length));
            foreach (var activity in frame?["activities"]?.AsArray() ?? [])
            {
                if (((string?)activity!["text"])?.Contains(words, StringComparison.Ordinal) == true)
                {
                    return activity.AsObject();
                }
            }
        }
    }

    // Everything the store holds, whatever it is about.
    private static async Task<string> StoredAsync(TempFolder folder)
    {
        var options = new LiteDbOptions { Path = folder.In("data", "ruhani.db") };
        var all = new List<string>();
        await using var store = LiteDbStore.Open(options, NullLogger<LiteDbStore>.Instance);
        foreach (var kind in Enum.GetValues<DocumentKind>())
        {
            foreach (var one in await store.ListAsync(new DocumentQuery(kind, Limit: 1000), Cancelled))
            {
                all.Add($"{one.Kind} {one.Id} {one.Group} {one.Json}");
            }
        }

        foreach (var message in await store.ClaimAsync(DateTimeOffset.MaxValue, 100, Cancelled))
        {
            all.Add(message.ToString());
        }

        var health = await store.CheckAsync(Cancelled);
        Assert.Equal((0, 0), (health.Held, health.Dead));
        return string.Join('\n', all);
    }
}
