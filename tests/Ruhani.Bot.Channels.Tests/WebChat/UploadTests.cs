using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels.Tests.WebChat.Support;

namespace Ruhani.Bot.Channels.Tests.WebChat;

public sealed class UploadTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task Files_become_activities_and_are_served_to_their_conversation_only()
    {
        await using var host = await ChatHost.StartAsync();
        var chat = await host.OpenAsync();
        var other = await host.OpenAsync();
        await UploadAsync(host, chat, 200, ("Логотип өтінімі.pdf", "%PDF-1.7 test"u8.ToArray()), ("сурет.png", Png));

        var echo = (await chat.PollAsync()).Activities[0];
        var address = new Uri(echo["attachments"]![1]!["contentUrl"]!.GetValue<string>());
        using var served = await host.RawAsync(HttpMethod.Get, address.PathAndQuery);
        using var refused = await host.RawAsync(HttpMethod.Get, address.AbsolutePath, other.Token);
        using var unnamed = await host.RawAsync(HttpMethod.Get, address.AbsolutePath);

        var file = Assert.IsType<FileActivity>(host.Turns.Seen[0]);
        var photo = Assert.IsType<PhotoActivity>(host.Turns.Seen[1]);
        Assert.Equal(
            ("Логотип өтінімі.pdf", "application/pdf", 13L, "міне"),
            (file.File.Name, file.File.MediaType, file.File.Size, file.Caption));
        Assert.Equal("сурет.png", photo.Photo.Name);
        Assert.NotEqual(file.Id, photo.Id);
        Assert.Equal("up-1", echo["channelData"]!["clientActivityID"]!.GetValue<string>());
        Assert.Equal(Png, await served.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("image/png", served.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", Assert.Single(served.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, unnamed.StatusCode);
    }

    [Theory]
    [InlineData("virus.exe")]
    [InlineData("page.html")]
    [InlineData("picture.svg")]
    [InlineData("noend")]
    public async Task Other_kinds_are_refused(string name)
    {
        await using var host = await ChatHost.StartAsync();
        var chat = await host.OpenAsync();

        await UploadAsync(host, chat, 415, (name, Encoding.UTF8.GetBytes("<script>")));

        Assert.Empty(host.Turns.Seen);
    }

    [Fact]
    public async Task A_program_that_calls_itself_a_picture_is_refused()
    {
        await using var host = await ChatHost.StartAsync();
        var chat = await host.OpenAsync();

        await UploadAsync(host, chat, 415, ("photo.png", "MZ this is a program"u8.ToArray()));
    }

    [Fact]
    public async Task Files_over_the_limit_are_refused_all_together()
    {
        await using var host = await ChatHost.StartAsync(null, null, ("MaxUploadBytes", "3000"));
        var chat = await host.OpenAsync();

        await UploadAsync(host, chat, 413, ("a.txt", Text(2000)), ("b.txt", Text(2000)));
        await UploadAsync(host, chat, 413, ("c.txt", Text(500_000)));
        await UploadAsync(host, chat, 200, ("d.txt", Text(2000)));
    }

    [Fact]
    public async Task A_name_can_not_lead_out_of_the_folder()
    {
        await using var host = await ChatHost.StartAsync();
        var chat = await host.OpenAsync();

        await UploadAsync(host, chat, 200, ("../../etc/hosts.txt", "x"u8.ToArray()));

        Assert.Equal("hosts.txt", Assert.IsType<FileActivity>(host.Turns.Seen[0]).File.Name);
        using var escape = await host.RawAsync(HttpMethod.Get, $"{chat.Path}/files/..%2F..%2Fx.txt/x", chat.Token);
        Assert.Equal(HttpStatusCode.NotFound, escape.StatusCode);
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/form-data", "x")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nnonsense")]
    [InlineData("multipart/form-data; boundary=b", "--b--\r\n")]
    public async Task A_broken_form_is_refused(string type, string body)
    {
        await using var host = await ChatHost.StartAsync();
        var chat = await host.OpenAsync();
        using var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        await host.SendAsync(HttpMethod.Post, $"{chat.Path}/upload?userId=u1", chat.Token, content, 400);
    }

    private static byte[] Text(int length) => Encoding.ASCII.GetBytes(new string('a', length));

    private static async Task UploadAsync(
        ChatHost host, Chat chat, int expect, params (string Name, byte[] Bytes)[] files)
    {
        using var form = new MultipartFormDataContent();
        var activity = Chat.Message("міне", "up-1").ToJsonString();
        form.Add(new StringContent(activity, Encoding.UTF8, "application/vnd.microsoft.activity"), "activity", "blob");
        foreach (var (name, bytes) in files)
        {
            form.Add(new ByteArrayContent(bytes), "file", name);
        }

        await host.SendAsync(HttpMethod.Post, $"{chat.Path}/upload?userId=u1", chat.Token, form, expect);
    }
}
