using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels.Tests.WebChat.Support;
using Ruhani.Bot.Outbox;

namespace Ruhani.Bot.Channels.Tests.WebChat;

public sealed class FileTests
{
    private static readonly byte[] Pdf = Encoding.UTF8.GetBytes("%PDF-1.7 рұқсат");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_the_bot_sends_is_opened_by_its_own_conversation_only()
    {
        await using var host = await ChatHost.StartAsync();
        var (chat, other) = (await host.OpenAsync(), await host.OpenAsync());
        var file = new OutboxFile(await host.Files.PutAsync("RZ-01 – Рұқсат «Қазақ үні».pdf", Pdf));

        Assert.IsType<DeliveryOutcome.Sent>(await SendAsync(host, chat.Id, "Рұқсат дайын", file));

        var activity = (await chat.PollAsync()).Activities[0];
        var attachments = activity["attachments"]!.AsArray();
        Assert.Equal("Рұқсат дайын", Chat.Text(activity));
        Assert.Equal(file.File.Name, (string?)attachments[0]!["name"]);
        Assert.Equal("application/vnd.microsoft.card.hero", (string?)attachments[1]!["contentType"]);
        Assert.Equal(Pdf.Length, (int)activity["channelData"]!["attachmentSizes"]![0]!);
        Assert.Equal(1, (int)activity["channelData"]!["rows"]![0]!);
        var address = new Uri((string)attachments[0]!["contentUrl"]!);
        using var served = await host.RawAsync(HttpMethod.Get, address.PathAndQuery);
        using var refused = await host.RawAsync(HttpMethod.Get, address.AbsolutePath, other.Token);
        using var unnamed = await host.RawAsync(HttpMethod.Get, address.AbsolutePath);
        Assert.Equal(Pdf, await served.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal("attachment", served.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, unnamed.StatusCode);
    }

    [Fact]
    public async Task Sending_it_again_shows_it_once()
    {
        await using var host = await ChatHost.StartAsync();
        var chat = await host.OpenAsync();
        var file = new OutboxFile(await host.Files.PutAsync("а.pdf", Pdf));

        await SendAsync(host, chat.Id, "", file);
        await SendAsync(host, chat.Id, "", file);

        Assert.Single((await chat.PollAsync()).Activities);
    }

    [Theory]
    [InlineData("webchat")]
    [InlineData("botframework")]
    public async Task A_file_that_is_no_longer_kept_is_set_aside(string channel)
    {
        await using var service = await ServiceStandIn.StartAsync();
        await using var host = await ChatHost.StartAsync();
        var chat = await host.OpenAsync();
        using var said = await host.RawAsync(HttpMethod.Post, "/api/messages", null, Incoming(service.Url));
        var file = new OutboxFile(await host.Files.PutAsync("а.pdf", Pdf));
        await host.Files.DeleteAsync(file.File.Id, Cancel);

        var to = channel == "webchat" ? chat.Id : "emulator/c1";

        Assert.IsType<DeliveryOutcome.Rejected>(await SendAsync(host, to, "x", file, channel));
    }

    [Fact]
    public async Task What_a_person_uploaded_is_fetched_from_their_own_conversation_only()
    {
        await using var host = await ChatHost.StartAsync();
        var (chat, other) = (await host.OpenAsync(), await host.OpenAsync());
        var sent = await UploadAsync(host, chat);

        var fetched = Assert.IsType<FileFetch.Fetched>(await OpenAsync(host, sent, chat.Id));

        Assert.Equal(Pdf.Length, fetched.Size);
        Assert.Equal(Pdf, await ReadAsync(fetched));
        Assert.IsType<FileFetch.Expired>(await OpenAsync(host, sent, other.Id));
    }

    [Theory]
    [InlineData("https://example.kz/a.pdf", typeof(FileFetch.Refused))]
    [InlineData("file:///etc/passwd", typeof(FileFetch.Refused))]
    [InlineData("upload:../../../etc/passwd", typeof(FileFetch.Expired))]
    [InlineData("upload:", typeof(FileFetch.Expired))]
    public async Task Nothing_is_fetched_from_elsewhere(string address, Type expected)
    {
        await using var host = await ChatHost.StartAsync();
        var chat = await host.OpenAsync();

        Assert.IsType(expected, await OpenAsync(host, address, chat.Id));
    }

    [Fact]
    public async Task A_file_for_another_service_goes_within_the_activity()
    {
        await using var service = await ServiceStandIn.StartAsync();
        await using var host = await ChatHost.StartAsync();
        using var said = await host.RawAsync(HttpMethod.Post, "/api/messages", null, Incoming(service.Url));
        var file = new OutboxFile(await host.Files.PutAsync("а.pdf", Pdf));

        Assert.IsType<DeliveryOutcome.Sent>(await SendAsync(host, "emulator/c1", "x", file, "botframework"));

        var attachment = service.Posts.Last().Body["attachments"]![0]!;
        Assert.Equal("data:application/pdf;base64," + Convert.ToBase64String(Pdf), (string?)attachment["contentUrl"]);
    }

    [Theory]
    [InlineData(201, typeof(FileFetch.Fetched))]
    [InlineData(404, typeof(FileFetch.Expired))]
    [InlineData(500, typeof(FileFetch.Unavailable))]
    public async Task A_file_of_the_conversation_s_own_service_is_fetched_with_our_token(int status, Type expected)
    {
        await using var service = await ServiceStandIn.StartAsync();
        var clock = ChatHost.Clock();
        await using var host = await ChatHost.StartAsync(null, clock, service.Settings());
        using var said = await host.RawAsync(
            HttpMethod.Post, "/api/messages", service.Sign(clock.GetUtcNow()), Incoming(service.Url));
        service.Status = status;

        var fetch = await OpenAsync(host, $"{service.Url}/v3/attachments/f1", "emulator/c1", "botframework");

        Assert.IsType(expected, fetch);
        Assert.Equal(["Bearer ours"], service.Fetches);
        if (fetch is FileFetch.Fetched fetched)
        {
            Assert.Equal("%PDF-1.7 f1", Encoding.UTF8.GetString(await ReadAsync(fetched)));
        }
    }

    [Fact]
    public async Task Our_token_goes_to_no_other_service()
    {
        await using var service = await ServiceStandIn.StartAsync();
        await using var elsewhere = await ServiceStandIn.StartAsync();
        await using var host = await ChatHost.StartAsync();
        using var said = await host.RawAsync(HttpMethod.Post, "/api/messages", null, Incoming(service.Url));

        foreach (var address in (string[])[elsewhere.Url + "/v3/attachments/f1", "/v3/attachments/f1", "nonsense"])
        {
            Assert.IsType<FileFetch.Refused>(await OpenAsync(host, address, "emulator/c1", "botframework"));
        }

        Assert.Empty(elsewhere.Fetches);
    }

    private static async Task<string> UploadAsync(ChatHost host, Chat chat)
    {
        using var form = new MultipartFormDataContent();
        form.Add(
            new StringContent(Chat.Message("міне").ToJsonString(), Encoding.UTF8, "application/vnd.microsoft.activity"),
            "activity",
            "blob");
        form.Add(new ByteArrayContent(Pdf), "file", "хат.pdf");
        await host.SendAsync(HttpMethod.Post, $"{chat.Path}/upload?userId=u1", chat.Token, form);
        return Assert.IsType<FileActivity>(host.Turns.Seen[^1]).File.Id;
    }

    private static Task<FileFetch> OpenAsync(ChatHost host, string id, string chat, string channel = "webchat") =>
        host.Source(channel).OpenAsync(new Attachment(id), new ConversationKey(channel, chat), Cancel);

    private static async Task<byte[]> ReadAsync(FileFetch.Fetched fetched)
    {
        using var read = new MemoryStream();
        await using (fetched.Content)
        {
            await fetched.Content.CopyToAsync(read, Cancel);
        }

        return read.ToArray();
    }

    private static Task<DeliveryOutcome> SendAsync(
        ChatHost host, string chat, string text, OutboxFile file, string channel = "webchat") =>
        host.Channel(channel).SendAsync(
            new OutboxMessage
            {
                Id = "webchat:x/0",
                Conversation = new ConversationKey(channel, chat),
                Order = 1,
                Text = text,
                File = file,
                Language = "kk",
                Buttons = [[new OutboxButton("Тексеру", "t:v")]],
                CreatedAt = DateTimeOffset.UnixEpoch,
                DueAt = DateTimeOffset.UnixEpoch,
            },
            DeliveryContext.Empty,
            Cancel);

    private static JsonObject Incoming(string service) => new()
    {
        ["type"] = "message",
        ["id"] = "a1",
        ["text"] = "сәлем",
        ["channelId"] = "emulator",
        ["serviceUrl"] = service,
        ["from"] = new JsonObject { ["id"] = "u1" },
        ["recipient"] = new JsonObject { ["id"] = "bot" },
        ["conversation"] = new JsonObject { ["id"] = "c1" },
    };
}
