using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using Ruhani.Bot.Channels.WhatsApp.Wire;

namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>
/// Calls Graph: <c>POST {ApiUrl}/{PhoneNumberId}/messages</c> and <c>/media</c>. What the network or the server does
/// is an answer.
/// </summary>
internal sealed class GraphClient : IDisposable
{
    private const int MaxAnswer = 1024 * 1024;
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(20);

    private readonly HttpClient _http;
    private readonly string _root;
    private readonly Uri _messages;
    private readonly Uri _media;
    private readonly AuthenticationHeaderValue _authorization;
    private readonly TimeProvider _time;

    public GraphClient(IOptions<WhatsAppOptions> options, TimeProvider time)
    {
        var settings = options.Value;
        _time = time;
        _root = settings.ApiUrl.TrimEnd('/') + "/";
        _messages = new Uri($"{_root}{settings.PhoneNumberId}/messages");
        _media = new Uri($"{_root}{settings.PhoneNumberId}/media");
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

    /// <summary>Uploads a file; the answer holds its id, which lives 30 days.</summary>
    public async Task<GraphAnswer> UploadAsync(
        Stream content, string mediaType, TimeSpan within, CancellationToken cancellationToken)
    {
        // Graph reads a field's name only between quotation marks.
        using var form = new MultipartFormDataContent();
        using var file = new StreamContent(content);
        using var product = new StringContent("whatsapp");
        using var type = new StringContent(mediaType);
        file.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        form.Add(product, "\"messaging_product\"");
        form.Add(type, "\"type\"");
        form.Add(file, "\"file\"", "\"file\"");
        return await CallAsync(HttpMethod.Post, _media, form, within, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks where a file somebody sent can be fetched.</summary>
    public Task<GraphAnswer> FindMediaAsync(string id, CancellationToken cancellationToken) => CallAsync(
        HttpMethod.Get, new Uri(_root + Uri.EscapeDataString(id)), content: null, AnswerWithin, cancellationToken);

    /// <summary>
    /// Opens the address that <see cref="FindMediaAsync"/> gave: by https, or on the server itself. The token goes
    /// along, as WhatsApp wants it. The answer is the caller's to dispose; null when the address is neither.
    /// </summary>
    /// <exception cref="HttpRequestException">The server couldn't be reached.</exception>
    public async Task<HttpResponseMessage?> DownloadAsync(string url, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttps && address.Authority != _messages.Authority))
        {
            return null;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = _authorization;
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Ruhani.Bot", "1"));
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
    }

    public void Dispose() => _http.Dispose();

    private async Task<GraphAnswer> PostAsync<T>(
        T body, JsonTypeInfo<T> type, TimeSpan within, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await CallAsync(HttpMethod.Post, _messages, content, within, cancellationToken).ConfigureAwait(false);
    }

    private async Task<GraphAnswer> CallAsync(
        HttpMethod method, Uri address, HttpContent? content, TimeSpan within, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(within, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var request = new HttpRequestMessage(method, address) { Content = content };
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
