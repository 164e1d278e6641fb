using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels.WebChat.DirectLine;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Channels.WebChat.BotFramework;

/// <summary>
/// <c>POST /api/messages</c>: activities from Azure Bot Service, the Emulator or anything that speaks like them.
/// </summary>
internal sealed class MessagesEndpoint(
    CallerCheck callers,
    ServiceAddresses addresses,
    ReplyWaiters waiters,
    ITurnRunner turns,
    IOptions<WebChatOptions> options,
    TimeProvider time,
    ILogger<MessagesEndpoint> logger)
{
    /// <summary>
    /// Takes an activity in. 202 when its effect is durable; 200 with the replies when the caller expects them in the
    /// answer; 503 asks to send it again.
    /// </summary>
    public async Task<IResult> TakeAsync(HttpContext context)
    {
        if (await callers.IdentifyAsync(context, context.RequestAborted) is not { } caller)
        {
            return Wire.Error(StatusCodes.Status401Unauthorized, "Unauthorized", "The caller's token is not valid.");
        }

        var limit = options.Value.MaxActivityBytes;
        if (await Wire.ReadBodyAsync(context.Request, limit, context.RequestAborted) is not { } body)
        {
            return Wire.Error(StatusCodes.Status413PayloadTooLarge, "TooLarge", "The activity is too large.");
        }

        if (Wire.Read(body) is not { } json || Incoming.Read(json) is not { } incoming)
        {
            return Wire.Error(
                StatusCodes.Status400BadRequest,
                "BadSyntax",
                "The body is not an activity with type, conversation and from.");
        }

        var service = Wire.String(json, "serviceUrl");
        if (service is not null && caller.ServiceUrl is not null
            && !ServiceAddresses.IsSame(service, caller.ServiceUrl))
        {
            return Wire.Error(StatusCodes.Status403Forbidden, "Forbidden", "The token vouches for another serviceUrl.");
        }

        try
        {
            if (addresses.IsAllowed(service, caller.ServiceUrl))
            {
                await addresses.KeepAsync(incoming.Chat, incoming.Address(service!), CancellationToken.None);
            }
            else if (!incoming.IsExpectingReplies)
            {
                return Wire.Error(
                    StatusCodes.Status403Forbidden, "Forbidden", "Replies may not go to this serviceUrl.");
            }

            return await RunAsync(json, incoming);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            logger.LogError(e, "An activity for /api/messages was not taken.");
            return Wire.Error(StatusCodes.Status503ServiceUnavailable, "Unavailable", "Not taken; send it again.");
        }
    }

    private async Task<IResult> RunAsync(JsonObject json, Incoming incoming)
    {
        var key = new ConversationKey(BotFrameworkChannel.ChannelName, incoming.Chat);
        var id = incoming.Id is { } given ? Keys.Short(given) : Guid.NewGuid().ToString("N");
        var from = new Sender(
            $"{BotFrameworkChannel.ChannelName}:{incoming.ChannelId}/{incoming.User}",
            Wire.String(json, "locale"),
            incoming.Name);
        var activities = ActivityReader.Read(
            json, new Inbound($"{key}:{id}", key, from, time.GetUtcNow(), incoming.Id, incoming.IsGroup));
        if (!incoming.IsExpectingReplies)
        {
            foreach (var activity in activities)
            {
                await turns.RunAsync(activity, CancellationToken.None);
            }

            return Results.StatusCode(StatusCodes.Status202Accepted);
        }

        return await RunAndWaitAsync(activities, incoming.Chat);
    }

    private async Task<IResult> RunAndWaitAsync(IReadOnlyList<Activity> activities, string chat)
    {
        if (waiters.Open(chat) is not { } waiter)
        {
            return Wire.Error(
                StatusCodes.Status503ServiceUnavailable, "Busy", "Another call of this conversation waits.");
        }

        IReadOnlyList<JsonObject> replies = [];
        try
        {
            var expected = new List<string>();
            foreach (var activity in activities)
            {
                var result = await turns.RunAsync(activity, CancellationToken.None);
                expected.AddRange(result.Messages.Select(message => message.Id));
            }

            var patience = TimeSpan.FromSeconds(options.Value.BotFramework.ExpectRepliesSeconds);
            await waiter.Expect(expected).WaitAsync(patience, time);
        }
        catch (TimeoutException)
        {
            logger.LogWarning("Not all replies were ready for a call that expected them; the rest follow by post.");
        }
        finally
        {
            replies = waiters.Close(chat, waiter);
        }

        return Wire.Answer(new JsonObject { ["activities"] = new JsonArray([.. replies]) });
    }
}
