using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Ruhani.Bot.Testing.WhatsApp;

/// <summary>
/// Calls the bot's webhook as Meta does: signed, escaped, and again with back-off until it is acknowledged.
/// </summary>
public sealed class WhatsAppWebhookClient(WhatsAppServerSettings settings) : IDisposable
{
    private const int MaxAttempts = 20;

    private readonly HttpClient _http = new();
    private readonly Channel<HttpStatusCode?> _attempts = Channel.CreateUnbounded<HttpStatusCode?>();

    /// <summary>The bot's address; null while nothing is subscribed.</summary>
    public Uri? Address { get; private set; }

    /// <summary>Subscribes an address: it must give back the challenge.</summary>
    public async Task SubscribeAsync(Uri address, CancellationToken cancellationToken)
    {
        var challenge = RandomNumberGenerator.GetInt32(int.MaxValue).ToString(CultureInfo.InvariantCulture);
        var token = Uri.EscapeDataString(settings.VerifyToken);
        var query = new Uri($"{address}?hub.mode=subscribe&hub.verify_token={token}&hub.challenge={challenge}");
        using var response = await _http.GetAsync(query, cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        if (response.StatusCode != HttpStatusCode.OK || body != challenge)
        {
            throw new InvalidOperationException($"The webhook could not be validated: {(int)response.StatusCode}.");
        }

        Address = address;
    }

    /// <summary>The body as Meta writes it: other letters than ASCII and slashes escaped.</summary>
    public static byte[] Write(JsonObject call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return Encoding.UTF8.GetBytes(call.ToJsonString().Replace("/", "\\/", StringComparison.Ordinal));
    }

    /// <summary>The value of <c>X-Hub-Signature-256</c>.</summary>
    public string Sign(byte[] body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(settings.AppSecret), body));

    /// <summary>Calls once.</summary>
    public Task<HttpStatusCode> PostAsync(JsonObject call, CancellationToken cancellationToken)
    {
        var body = Write(call);
        return PostAsync(body, Sign(body), cancellationToken);
    }

    /// <summary>Calls once with these bytes and this signature; null leaves the header out.</summary>
    public async Task<HttpStatusCode> PostAsync(byte[] body, string? signature, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (signature is not null)
        {
            request.Headers.Add("X-Hub-Signature-256", signature);
        }

        using var response = await _http.SendAsync(request, cancellationToken);
        return response.StatusCode;
    }

    /// <summary>Calls until it is acknowledged, waiting 1, 2, 4 … s, at most 10 minutes, between attempts.</summary>
    public async Task DeliverAsync(JsonObject call, CancellationToken cancellationToken)
    {
        var wait = TimeSpan.FromSeconds(1);
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var status = await TryPostAsync(call, cancellationToken);
            var delay = status == HttpStatusCode.OK
                ? Task.CompletedTask
                : Task.Delay(wait, settings.Time, cancellationToken);
            await _attempts.Writer.WriteAsync(status, cancellationToken);
            if (status == HttpStatusCode.OK)
            {
                return;
            }

            await delay;
            wait = TimeSpan.FromSeconds(Math.Min(wait.TotalSeconds * 2, 600));
        }

        throw new InvalidOperationException("The webhook never acknowledged.");
    }

    /// <summary>
    /// The outcome of the next call made by <see cref="DeliverAsync"/>; its wait has begun. Null: no answer.
    /// </summary>
    public ValueTask<HttpStatusCode?> NextAttemptAsync(CancellationToken cancellationToken) =>
        _attempts.Reader.ReadAsync(cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<HttpStatusCode?> TryPostAsync(JsonObject call, CancellationToken cancellationToken)
    {
        try
        {
            return await PostAsync(call, cancellationToken);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
