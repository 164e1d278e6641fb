using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Requests.Abstractions;

namespace Ruhani.Bot.Channels.Telegram;

/// <summary>
/// The calls of the hot path (getUpdates, sendMessage, editMessageText, answerCallbackQuery): Telegram.Bot's own
/// request types and JSON over a thin path. The package's client reads a batch of updates as a whole, so one update of
/// a kind it doesn't know would stop the bot for good, and it reads every sent message back although only its id is
/// wanted.
/// </summary>
internal sealed class TelegramWire : IDisposable
{
    /// <summary>A hundred updates of the largest messages stay far below it.</summary>
    private const int MaxResponse = 32 * 1024 * 1024;

    private static readonly MediaTypeHeaderValue _json = new("application/json") { CharSet = "utf-8" };

    private readonly ConcurrentDictionary<string, Uri> _addresses = new(StringComparer.Ordinal);
    private readonly string _base;
    private readonly string _files;
    private readonly HttpClient _http;
    private readonly HttpClient _clientHttp;

    /// <summary>Opens nothing yet.</summary>
    public TelegramWire(IOptions<TelegramOptions> options)
    {
        var (token, api) = (options.Value.Token, options.Value.ApiUrl);
        _base = $"{api.TrimEnd('/')}/bot{token}/";
        _files = $"{api.TrimEnd('/')}/file/bot{token}/";
        // No IHttpClientFactory: its logging writes addresses, and the address holds the token.
        var handler = new SocketsHttpHandler
        {
            MaxConnectionsPerServer = (options.Value.Parallelism * 2) + 8,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
            ConnectTimeout = TimeSpan.FromSeconds(10),
            AllowAutoRedirect = false,
            UseCookies = false,
            // The parent's trace id would go to Telegram with every call.
            ActivityHeadersPropagator = null,
        };
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _clientHttp = new HttpClient(handler, disposeHandler: false)
        {
            Timeout = TimeSpan.FromSeconds(options.Value.SendTimeoutSeconds),
        };
        Client = new TelegramBotClient(
            new TelegramBotClientOptions(token, api == TelegramOptions.DefaultApiUrl ? null : api) { RetryCount = 0 },
            _clientHttp);
    }

    /// <summary>
    /// The package's client over the same connections, for everything but the hot path. Its calls end in time.
    /// </summary>
    public TelegramBotClient Client { get; }

    /// <summary>Calls a method once.</summary>
    /// <param name="request">The call.</param>
    /// <param name="timeout">How long it may take.</param>
    /// <param name="cancellationToken">
    /// Gives up; then and only then <see cref="OperationCanceledException"/> is thrown.
    /// </param>
    /// <exception cref="HttpRequestException">The server couldn't be reached or broke off.</exception>
    /// <exception cref="TimeoutException">No complete answer came in time.</exception>
    public async Task<TelegramReply> CallAsync(IRequest request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(
            JsonSerializer.SerializeToUtf8Bytes(request, request.GetType(), TelegramJson.Options));
        content.Headers.ContentType = _json;
        return await CallAsync(request.MethodName, content, timeout, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Calls a method once with a body that holds a file; otherwise as the other.</summary>
    public async Task<TelegramReply> UploadAsync(
        IRequest request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var content = request.ToHttpContent();
        return await CallAsync(request.MethodName, content, timeout, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Opens a file by the path that <c>getFile</c> gave. The answer is the caller's to dispose; reading it is bounded
    /// by <paramref name="cancellationToken"/> alone.
    /// </summary>
    /// <exception cref="HttpRequestException">The server couldn't be reached.</exception>
    public async Task<HttpResponseMessage> DownloadAsync(string path, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, new Uri(_files + path));
        return await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<TelegramReply> CallAsync(
        string method, HttpContent? content, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        using var message = new HttpRequestMessage(HttpMethod.Post, AddressOf(method)) { Content = content };
        try
        {
            using var response = await _http
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token)
                .ConfigureAwait(false);
            var stream = await response.Content.ReadAsStreamAsync(limit.Token).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                var body = await PooledBody
                    .ReadAsync(stream, response.Content.Headers.ContentLength, MaxResponse, limit.Token)
                    .ConfigureAwait(false);
                return new TelegramReply(
                    (int)response.StatusCode, body ?? throw new HttpRequestException("The response is too large."));
            }
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"No answer within {timeout.TotalSeconds:0} s.", fault);
        }
        catch (IOException fault)
        {
            throw new HttpRequestException(fault.Message, fault);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _clientHttp.Dispose();
        _http.Dispose();
    }

    private Uri AddressOf(string method) =>
        _addresses.GetOrAdd(method, static (name, root) => new Uri(root + name), _base);
}
