using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Channels.WebChat.BotFramework;

/// <summary>
/// Delivers to conversations that reach us through <c>/api/messages</c>: into the answer of a call that waits for
/// replies, else by posting to the service the conversation came from.
/// </summary>
internal sealed class BotFrameworkChannel(
    ServiceAddresses addresses,
    ReplyWaiters waiters,
    ConnectorTokens tokens,
    IFileStore files,
    IHttpClientFactory clients,
    TimeProvider time) : IChannel
{
    /// <summary>The channel's name, and that of its HTTP client.</summary>
    public const string ChannelName = "botframework";

    private const int MaxAnswer = 64 * 1024;

    public string Name => ChannelName;

    public ChannelCapabilities Capabilities { get; } = new()
    {
        Markup = Markup.Markdown,
        MaxText = 8000,
        MaxTextWithChoices = 8000,
        MaxButtons = 6,
        MaxButtonLabel = 64,
        MaxToken = 500,
        Parallelism = 16,
        Files = InlineFiles.Capabilities,
    };

    public async Task<DeliveryOutcome> SendAsync(
        OutboxMessage message, DeliveryContext context, CancellationToken cancellationToken)
    {
        var chat = message.Conversation.Chat;
        var inline = message.File is { } file
            ? await InlineFiles.WriteAsync(files, file, cancellationToken)
            : null;
        if (message.File is not null && inline is null)
        {
            return new DeliveryOutcome.Rejected("the file is no longer kept");
        }

        var activity = ActivityWriter.Write(message, inline);
        if (await addresses.FindAsync(chat, cancellationToken) is not { } address)
        {
            return waiters.TryHand(chat, message.Id, activity)
                ? new DeliveryOutcome.Sent()
                : new DeliveryOutcome.Unreachable("nowhere to post to");
        }

        Address(activity, address);
        return waiters.TryHand(chat, message.Id, activity)
            ? new DeliveryOutcome.Sent()
            : await PostAsync(address, activity, message.InReplyTo, cancellationToken);
    }

    private static void Address(JsonObject activity, ServiceAddress address)
    {
        activity["channelId"] = address.ChannelId;
        activity["conversation"] = new JsonObject { ["id"] = address.ConversationId };
        if (address.Bot is not null)
        {
            activity["from"] = new JsonObject { ["id"] = address.Bot, ["name"] = address.BotName };
        }

        if (address.User is not null)
        {
            activity["recipient"] = new JsonObject { ["id"] = address.User };
        }
    }

    private async Task<DeliveryOutcome> PostAsync(
        ServiceAddress address, JsonObject activity, string? replyTo, CancellationToken cancellationToken)
    {
        var path = $"v3/conversations/{Uri.EscapeDataString(address.ConversationId)}/activities"
            + (replyTo is null ? "" : "/" + Uri.EscapeDataString(replyTo));
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{address.Url.TrimEnd('/')}/{path}");
            request.Content = new StringContent(Wire.Text(activity), Encoding.UTF8, "application/json");
            if (await tokens.GetAsync(cancellationToken) is { } token)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            }

            using var client = clients.CreateClient(ChannelName);
            client.MaxResponseContentBufferSize = MaxAnswer;
            using var answer = await client.SendAsync(request, cancellationToken);
            return await ReadAsync(answer, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new DeliveryOutcome.Retry(null, RetryScope.Conversation, e.GetType().Name);
        }
    }

    private async Task<DeliveryOutcome> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var status = (int)answer.StatusCode;
        var reason = $"HTTP {status}";
        switch (answer.StatusCode)
        {
            case >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous:
                var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
                return new DeliveryOutcome.Sent(Wire.String(Wire.Read(body), "id"));
            case HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable:
                return new DeliveryOutcome.Retry(Wait(answer), RetryScope.Conversation, reason);
            case HttpStatusCode.Unauthorized:
                tokens.Drop();
                return new DeliveryOutcome.Retry(null, RetryScope.Conversation, reason);
            case HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone:
                return new DeliveryOutcome.Unreachable(reason);
            case HttpStatusCode.RequestTimeout:
                return new DeliveryOutcome.Retry(null, RetryScope.Conversation, reason);
            default:
                return status >= 500
                    ? new DeliveryOutcome.Retry(null, RetryScope.Conversation, reason)
                    : new DeliveryOutcome.Rejected(reason);
        }
    }

    private TimeSpan? Wait(HttpResponseMessage answer) => answer.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => null,
    };
}
