using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Ruhani.Bot.Channels.WebChat.DirectLine;

/// <summary>
/// <c>GET /conversations/{id}/stream</c>: the WebSocket on which a client gets everything after its watermark and then
/// everything new.
/// </summary>
internal sealed class StreamEndpoint(
    DirectLineGate gate, IOptions<WebChatOptions> options, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private static readonly TimeSpan SendPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(1);
    private int _open;

    /// <summary>Serves the socket until either side ends it or the host stops.</summary>
    public async Task<IResult> ServeAsync(HttpContext context, string id)
    {
        using var admission = await gate.EnterAsync(context, id, context.RequestAborted);
        if (admission.Refusal is not null)
        {
            return admission.Refusal;
        }

        if (!context.WebSockets.IsWebSocketRequest)
        {
            return Wire.Error(StatusCodes.Status400BadRequest, "NotAWebSocket", "Open this address as a WebSocket.");
        }

        if (!Watermark.TryParse(context.Request.Query["watermark"].ToString(), out var after))
        {
            return Watermark.Malformed();
        }

        try
        {
            if (Interlocked.Increment(ref _open) > options.Value.MaxStreams)
            {
                return Wire.Error(
                    StatusCodes.Status503ServiceUnavailable, "Busy", "Too many streams; come back later.");
            }

            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await StreamAsync(context, socket, admission.Log, after);
            return Results.Empty;
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private async Task StreamAsync(HttpContext context, WebSocket socket, ConversationLog log, long after)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted, lifetime.ApplicationStopping);
        var files = DirectLineRoutes.Files(context, log.Conversation);
        var stream = log.Open();
        var listening = ListenAsync(socket, end);
        try
        {
            await PumpAsync(socket, log, stream.Reader, after, files, end.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The client is gone, too slow, or the host stops: each client reconnects with its watermark.
        }
        finally
        {
            log.Close(stream);
            await CloseAsync(socket, listening);
        }
    }

    private async Task PumpAsync(
        WebSocket socket,
        ConversationLog log,
        ChannelReader<LogEntry> fresh,
        long after,
        (string Before, string After) files,
        CancellationToken cancellationToken)
    {
        // A client from before the log was lost (its watermark is in the future) must not wait for ever.
        var sent = Math.Min(after, log.Last);
        while (await log.ReadAsync(sent, options.Value.PageSize, cancellationToken) is { Count: > 0 } missed)
        {
            sent = missed[^1].Number;
            await SendAsync(socket, ActivityFrame.Write(missed, sent, files), cancellationToken);
        }

        await foreach (var entry in fresh.ReadAllAsync(cancellationToken))
        {
            if (entry.Number == 0 || entry.Number > sent)
            {
                sent = Math.Max(sent, entry.Number);
                await SendAsync(socket, ActivityFrame.Write([entry], sent, files), cancellationToken);
            }
        }
    }

    private async Task SendAsync(WebSocket socket, string frame, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(SendPatience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        await socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, true, either.Token);
    }

    // Clients send only empty frames, to keep the line open; whatever else comes is read and dropped. A read is never
    // cancelled: that would cut the line before the goodbye.
    private static async Task ListenAsync(WebSocket socket, CancellationTokenSource end)
    {
        var buffer = new byte[1024];
        try
        {
            while (socket.State is WebSocketState.Open or WebSocketState.CloseSent)
            {
                var frame = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (frame.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }
            }
        }
        catch (WebSocketException)
        {
            // Seen by the pump as well.
        }

        await end.CancelAsync();
    }

    private async Task CloseAsync(WebSocket socket, Task listening)
    {
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                using var patience = new CancellationTokenSource(Goodbye, time);
                await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, null, patience.Token);
            }

            await listening.WaitAsync(Goodbye, time);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or TimeoutException)
        {
            socket.Abort();
            await listening;
        }
    }
}
