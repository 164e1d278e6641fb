using System.Net.WebSockets;
using Ruhani.Bot.Channels.Tests.WebChat.Support;

namespace Ruhani.Bot.Channels.Tests.WebChat;

public sealed class StreamTests
{
    [Fact]
    public async Task A_stream_brings_the_echo_the_typing_sign_and_the_answer_in_order()
    {
        await using var host = await ChatHost.StartAsync();
        var chat = await host.OpenAsync();
        using var socket = await ChatHost.ConnectAsync(chat.StreamUrl);

        await BeOpenAsync(chat, socket);
        await chat.SayAsync("Сәлем", "c-1");
        var echo = await Chat.ReadAsync(socket);
        var typing = await Chat.ReadAsync(socket);
        var reply = await Chat.ReadAsync(socket);

        Assert.Equal("Сәлем", Chat.Text(echo["activities"]![0]!.AsObject()));
        Assert.Equal("3", echo["watermark"]!.GetValue<string>());
        Assert.Equal("typing", Chat.Type(typing["activities"]![0]!.AsObject()));
        Assert.Equal("3", typing["watermark"]!.GetValue<string>());
        Assert.Equal("text Сәлем", Chat.Text(reply["activities"]![0]!.AsObject()));
        Assert.Equal("4", reply["watermark"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_repeated_send_shows_no_typing_sign_that_nothing_would_end()
    {
        await using var host = await ChatHost.StartAsync();
        var chat = await host.OpenAsync();
        using var socket = await ChatHost.ConnectAsync(chat.StreamUrl);

        await BeOpenAsync(chat, socket);
        await chat.SayAsync("1", "same");
        await chat.SayAsync("1", "same");
        await chat.SayAsync("2", "other");
        var types = new List<string>();
        while (types.Count < 6)
        {
            types.Add(Chat.Type((await Chat.ReadAsync(socket))["activities"]![0]!.AsObject()));
        }

        Assert.Equal(["message", "typing", "message", "message", "typing", "message"], types);
    }

    [Fact]
    public async Task Empty_frames_keep_the_line_open_and_mean_nothing()
    {
        await using var host = await ChatHost.StartAsync();
        var chat = await host.OpenAsync();
        using var socket = await ChatHost.ConnectAsync(chat.StreamUrl);
        var cancellationToken = TestContext.Current.CancellationToken;

        await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, true, cancellationToken);
        await socket.SendAsync("garbage"u8.ToArray(), WebSocketMessageType.Text, true, cancellationToken);
        await chat.SayAsync("әлі осында");

        Assert.Equal("әлі осында", Chat.Text((await Chat.ReadMessagesAsync(socket, 1))[0]));
    }

    [Fact]
    public async Task A_client_that_was_away_gets_what_it_missed_and_nothing_twice()
    {
        await using var host = await ChatHost.StartAsync(null, null, ("PageSize", "2"));
        var chat = await host.OpenAsync();
        await chat.SayAsync("1");
        var (_, watermark) = await chat.PollAsync();
        await chat.SayAsync("2");
        await chat.SayAsync("3");

        var resumed = new Chat(host, await host.SendAsync(
            HttpMethod.Get, $"{chat.Path}?watermark={watermark}", chat.Token));
        using var socket = await ChatHost.ConnectAsync(resumed.StreamUrl);
        var missed = await Chat.ReadMessagesAsync(socket, 4);
        await chat.SayAsync("4");
        var fresh = await Chat.ReadMessagesAsync(socket, 2);

        Assert.Equal(["2", "text 2", "3", "text 3"], missed.Select(Chat.Text));
        Assert.Equal(["4", "text 4"], fresh.Select(Chat.Text));
    }

    [Fact]
    public async Task Every_client_of_a_conversation_sees_it()
    {
        await using var host = await ChatHost.StartAsync();
        var chat = await host.OpenAsync();
        using var first = await ChatHost.ConnectAsync(chat.StreamUrl);
        using var second = await ChatHost.ConnectAsync(chat.StreamUrl);

        await chat.SayAsync("екеуіңізге");

        Assert.Equal(2, (await Chat.ReadMessagesAsync(first, 2)).Count);
        Assert.Equal(2, (await Chat.ReadMessagesAsync(second, 2)).Count);
    }

    [Fact]
    public async Task Messages_sent_side_by_side_arrive_in_one_order_without_gaps()
    {
        await using var host = await ChatHost.StartAsync(null, null, ("Burst", "100"));
        var chat = await host.OpenAsync();
        using var socket = await ChatHost.ConnectAsync(chat.StreamUrl);

        await Task.WhenAll(Enumerable.Range(0, 30).Select(n => chat.SayAsync($"{n}", $"c{n}")));
        var seen = await Chat.ReadMessagesAsync(socket, 60);
        var kept = (await chat.PollAsync()).Activities;

        Assert.Equal(kept.Select(a => a["id"]!.GetValue<string>()), seen.Select(a => a["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_stream_needs_its_conversations_token()
    {
        await using var host = await ChatHost.StartAsync();
        var mine = await host.OpenAsync();
        var theirs = await host.OpenAsync();
        var address = theirs.StreamUrl.Replace(theirs.Token, mine.Token, StringComparison.Ordinal);

        await Assert.ThrowsAsync<WebSocketException>(() => ChatHost.ConnectAsync(address));
    }

    [Fact]
    public async Task A_host_that_stops_says_goodbye()
    {
        var host = await ChatHost.StartAsync();
        var chat = await host.OpenAsync();
        using var socket = await ChatHost.ConnectAsync(chat.StreamUrl);
        await chat.SayAsync("1");
        await Chat.ReadMessagesAsync(socket, 2);

        var stopping = host.DisposeAsync();
        var last = await socket.ReceiveAsync(new byte[100].AsMemory(), TestContext.Current.CancellationToken);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);
        await stopping;

        Assert.Equal(WebSocketMessageType.Close, last.MessageType);
    }

    // A typing sign is for streams that are open: the handshake's end doesn't say that this one is yet.
    private static async Task BeOpenAsync(Chat chat, ClientWebSocket socket)
    {
        await chat.SayAsync("0");
        while (Chat.Text((await Chat.ReadAsync(socket))["activities"]![0]!.AsObject()) != "text 0")
        {
        }
    }
}
