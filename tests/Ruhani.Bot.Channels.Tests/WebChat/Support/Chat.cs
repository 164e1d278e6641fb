using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Ruhani.Bot.Channels.Tests.WebChat.Support;

/// <summary>A client's side of one Direct Line conversation.</summary>
internal sealed class Chat(ChatHost host, JsonObject opened)
{
    public string Id => opened["conversationId"]!.GetValue<string>();

    public string Token => opened["token"]!.GetValue<string>();

    public string StreamUrl => opened["streamUrl"]!.GetValue<string>();

    public string Path => $"/v3/directline/conversations/{Id}";

    public static JsonObject Message(string? text, string? clientId = null, Action<JsonObject>? more = null)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["from"] = new JsonObject { ["id"] = "u1" },
            ["locale"] = "ru-RU",
        };
        if (text is not null)
        {
            activity["text"] = text;
        }

        if (clientId is not null)
        {
            activity["channelData"] = new JsonObject { ["clientActivityID"] = clientId };
        }

        more?.Invoke(activity);
        return activity;
    }

    public Task<JsonObject> SayAsync(string? text, string? clientId = null, Action<JsonObject>? more = null) =>
        host.SendAsync(HttpMethod.Post, $"{Path}/activities", Token, Message(text, clientId, more));

    public async Task<(IReadOnlyList<JsonObject> Activities, string Watermark)> PollAsync(string watermark = "")
    {
        var set = await host.SendAsync(HttpMethod.Get, $"{Path}/activities?watermark={watermark}", Token);
        return ([.. set["activities"]!.AsArray().Select(a => a!.AsObject())], set["watermark"]!.GetValue<string>());
    }

    public static async Task<JsonObject> ReadAsync(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(length), TestContext.Current.CancellationToken);
            length += part.Count;
        }
        while (!part.EndOfMessage);
        Assert.Equal(WebSocketMessageType.Text, part.MessageType);
        return JsonNode.Parse(Encoding.UTF8.GetString(buffer, 0, length))!.AsObject();
    }

    /// <summary>Reads frames until so many messages came; typing and events are left out.</summary>
    public static async Task<List<JsonObject>> ReadMessagesAsync(ClientWebSocket socket, int count)
    {
        var messages = new List<JsonObject>();
        while (messages.Count < count)
        {
            var frame = await ReadAsync(socket);
            messages.AddRange(frame["activities"]!.AsArray().Select(a => a!.AsObject())
                .Where(a => Type(a) == "message"));
        }

        return messages;
    }

    public static string Type(JsonObject activity) => activity["type"]!.GetValue<string>();

    public static string? Text(JsonObject activity) => activity["text"]?.GetValue<string>();
}
