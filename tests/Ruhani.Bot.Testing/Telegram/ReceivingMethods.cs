using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ruhani.Bot.Testing.Telegram;

/// <summary>getUpdates and the webhook's methods.</summary>
internal sealed partial class ReceivingMethods(TelegramServer server)
{
    public void AddTo(TelegramMethods methods)
    {
        methods.Add("getUpdates", GetUpdatesAsync);
        methods.Add("setWebhook", SetWebhookAsync);
        methods.Add("deleteWebhook", DeleteWebhookAsync);
        methods.Add("getWebhookInfo", _ => GetWebhookInfo());
    }

    private async ValueTask<byte[]> GetUpdatesAsync(TelegramArguments arguments, CancellationToken gone)
    {
        var batch = await server.Updates.PollAsync(arguments, gone);
        var size = 2 + batch.Count;
        for (var i = 0; i < batch.Count; i++)
        {
            size += batch[i].Json.Length;
        }

        var json = new byte[size];
        var at = 0;
        json[at++] = (byte)'[';
        for (var i = 0; i < batch.Count; i++)
        {
            if (i > 0)
            {
                json[at++] = (byte)',';
            }

            batch[i].Json.CopyTo(json, at);
            at += batch[i].Json.Length;
        }

        json[at++] = (byte)']';
        return json[..at];
    }

    private async ValueTask<byte[]> SetWebhookAsync(TelegramArguments arguments, CancellationToken gone)
    {
        var url = arguments.Text("url");
        if (string.IsNullOrEmpty(url))
        {
            return await DeleteWebhookAsync(arguments, gone);
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            throw TelegramRefusal.BadRequest("invalid webhook URL specified");
        }

        // Loopback over plain http is this server's own concession: there is no certificate in a test.
        if (uri.Scheme != Uri.UriSchemeHttps && !uri.IsLoopback)
        {
            throw TelegramRefusal.BadRequest("bad webhook: An HTTPS URL must be provided for webhook");
        }

        var secret = arguments.Text("secret_token");
        if (secret is { Length: > 256 })
        {
            throw TelegramRefusal.BadRequest("secret token is too long");
        }

        if (secret is not null && !Secret().IsMatch(secret))
        {
            throw TelegramRefusal.BadRequest("secret token contains unallowed characters");
        }

        if (arguments.Flag("drop_pending_updates"))
        {
            server.Updates.Drop();
        }

        var connections = Math.Clamp((int)(arguments.Number("max_connections") ?? 40), 1, 100);
        server.Updates.SetWebhook(
            new TelegramWebhookTarget(url, string.IsNullOrEmpty(secret) ? null : secret, connections), arguments);
        return TelegramMethods.True;
    }

    private async ValueTask<byte[]> DeleteWebhookAsync(TelegramArguments arguments, CancellationToken gone)
    {
        await server.Updates.DeleteWebhookAsync();
        if (arguments.Flag("drop_pending_updates"))
        {
            server.Updates.Drop();
        }

        return TelegramMethods.True;
    }

    private byte[] GetWebhookInfo() => TelegramJson.Write(server.Updates, static (json, updates) =>
    {
        var webhook = updates.Webhook;
        json.WriteStartObject();
        json.WriteString("url"u8, webhook.Target?.Url ?? "");
        json.WriteBoolean("has_custom_certificate"u8, false);
        json.WriteNumber("pending_update_count"u8, updates.Pending);
        if (webhook.Target is { } target)
        {
            json.WriteNumber("max_connections"u8, target.MaxConnections);
        }

        if (webhook.LastError is { } error)
        {
            json.WriteNumber("last_error_date"u8, webhook.LastErrorDate);
            json.WriteString("last_error_message"u8, error);
        }

        if (updates.Allowed is { } allowed)
        {
            json.WritePropertyName("allowed_updates"u8);
            JsonSerializer.Serialize(json, allowed);
        }

        json.WriteEndObject();
    });

    [GeneratedRegex("^[A-Za-z0-9_-]*$")]
    private static partial Regex Secret();
}
