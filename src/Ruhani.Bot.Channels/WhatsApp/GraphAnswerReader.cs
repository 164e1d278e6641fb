using System.Net;
using System.Text.Json;
using Ruhani.Bot.Channels.WhatsApp.Wire;

namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>Reads what Graph answered: success, an error body, or something that a proxy put in between.</summary>
internal static class GraphAnswerReader
{
    public static GraphAnswer Read(HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        using var json = Parse(body);
        var root = json?.RootElement;
        if (response.IsSuccessStatusCode)
        {
            return new GraphAnswer.Accepted(
                root?.Items("messages").FirstOrDefault().NonEmpty("id") ?? root?.NonEmpty("id"),
                root?.NonEmpty("url"),
                root?.Number("file_size"));
        }

        var retryAfter = response.Headers.RetryAfter?.Delta;
        if (root?.Child("error") is { } error
            && error.Number("code") is { } code and >= int.MinValue and <= int.MaxValue)
        {
            var isTransient = error.IsTrue("is_transient") || (int)response.StatusCode >= 500;
            return new GraphAnswer.Refused(
                new WhatsAppError(
                    (int)code, (int)(error.Number("error_subcode") ?? 0), isTransient, error.NonEmpty("fbtrace_id")),
                retryAfter);
        }

        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => new GraphAnswer.Refused(new WhatsAppError(130429), retryAfter),
            HttpStatusCode.Unauthorized => new GraphAnswer.Refused(new WhatsAppError(190), retryAfter),
            _ => new GraphAnswer.Failed($"status {(int)response.StatusCode} without an error code", retryAfter),
        };
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
