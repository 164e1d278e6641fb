using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using Ruhani.Bot.Channels.WhatsApp.Wire;

namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>
/// Calls <c>POST {ApiUrl}/{PhoneNumberId}/messages</c>. What the network or the server does is an answer.
/// </summary>
internal sealed class GraphClient : IDisposable
{
    private const int MaxAnswer = 1024 * 1024;
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(20);

    private readonly HttpClient _http;
    private readonly Uri _messages;
    private readonly AuthenticationHeaderValue _authorization;
    private readonly TimeProvider _time;

    public GraphClient(IOptions<WhatsAppOptions> options, TimeProvider time)
    {
        var settings = options.Value;
        _time = time;
        _messages = new Uri($"{settings.ApiUrl.TrimEnd('/')}/{settings.PhoneNumberId}/messages");
        _authorization = new AuthenticationHeaderValue("Bearer", settings.AccessToken);
#pragma warning disable CA2000 // The client owns its handler.
        _http = new HttpClient(new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5), // so that a change of DNS is noticed
            ConnectTimeout = TimeSpan.FromSeconds(10),
            AllowAutoRedirect = false, // the token goes to this address only
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = MaxAnswer,
        };
#pragma warning restore CA2000
    }

    /// <summary>Sends a message.</summary>
    public Task<GraphAnswer> SendAsync(SendRequest request, CancellationToken cancellationToken) =>
        PostAsync(request, GraphJson.Wire.SendRequest, AnswerWithin, cancellationToken);

    /// <summary>Marks a person's message read and shows typing.</summary>
    public Task<GraphAnswer> MarkReadAsync(ReadMark mark, TimeSpan within, CancellationToken cancellationToken) =>
        PostAsync(mark, GraphJson.Wire.ReadMark, within, cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<GraphAnswer> PostAsync<T>(
        T body, JsonTypeInfo<T> type, TimeSpan within, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(within, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, _messages) { Content = content };
        request.Headers.Authorization = _authorization;
        try
        {
            using var response = await _http.SendAsync(request, either.Token).ConfigureAwait(false);
            var bytes = await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false);
            return GraphAnswerReader.Read(response, bytes);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new GraphAnswer.Failed("no answer in time");
        }
        catch (HttpRequestException exception)
        {
            return new GraphAnswer.Failed($"network: {exception.HttpRequestError}");
        }
        catch (IOException)
        {
            return new GraphAnswer.Failed("network: the answer broke off");
        }
    }
}
