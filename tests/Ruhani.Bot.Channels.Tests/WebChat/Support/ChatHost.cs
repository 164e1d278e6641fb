using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Ruhani.Bot.Channels.WebChat;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Channels.Tests.WebChat.Support;

/// <summary>The web chat on a loopback port, with a store in memory and <see cref="EchoTurns"/> for a core.</summary>
internal sealed class ChatHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _uploads;

    private ChatHost(WebApplication app, MemoryStore store, string uploads)
    {
        _app = app;
        _uploads = uploads;
        Store = store;
        Address = new Uri(app.Urls.Single());
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public MemoryStore Store { get; }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public EchoTurns Turns => (EchoTurns)_app.Services.GetRequiredService<ITurnRunner>();

    public MemoryFileStore Files => (MemoryFileStore)_app.Services.GetRequiredService<IFileStore>();

    public IFileSource Source(string name) =>
        _app.Services.GetServices<IFileSource>().Single(source => source.Channel == name);

    public IServiceProvider Services => _app.Services;

    public IChannel Channel(string name) => _app.Services.GetServices<IChannel>().Single(c => c.Name == name);

    public static Task<ChatHost> StartAsync(
        MemoryStore? store = null, TimeProvider? time = null, params (string Key, string Value)[] settings) =>
        StartAsync(store, time, 0, settings);

    public static async Task<ChatHost> StartAsync(
        MemoryStore? store, TimeProvider? time, int port, params (string Key, string Value)[] settings)
    {
        var kept = store ?? new MemoryStore();
        var uploads = Directory.CreateTempSubdirectory("ruhani-uploads-").FullName;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddRoutingCore();
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Configuration.AddInMemoryCollection(settings
            .Select(s => KeyValuePair.Create($"WebChat:{s.Key}", (string?)s.Value))
            .Prepend(KeyValuePair.Create("WebChat:UploadPath", (string?)uploads)));
        builder.Services.AddSingleton<IStore>(kept);
        builder.Services.AddSingleton<IFileStore>(new MemoryFileStore());
        builder.Services.AddSingleton<TimeProvider>(time ?? TimeProvider.System);
        builder.Services.AddSingleton<ITurnRunner, EchoTurns>();
        builder.Services.AddWebChatChannel(builder.Configuration);
        var app = builder.Build();
        app.MapWebChatChannel();
        await app.StartAsync();
        return new ChatHost(app, kept, uploads);
    }

    public static FakeTimeProvider Clock() => new(new DateTimeOffset(2027, 5, 25, 10, 0, 0, TimeSpan.Zero));

    public async Task<JsonObject> SendAsync(
        HttpMethod method, string path, string? token = null, object? body = null, int expect = 0)
    {
        using var answer = await RawAsync(method, path, token, body);
        var text = await answer.Content.ReadAsStringAsync();
        if (expect > 0)
        {
            Assert.Equal(expect, (int)answer.StatusCode);
        }
        else
        {
            Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {text}");
        }

        return text.Length > 0 ? JsonNode.Parse(text)!.AsObject() : [];
    }

    public async Task<HttpResponseMessage> RawAsync(
        HttpMethod method, string path, string? token = null, object? body = null, params (string, string)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            JsonNode json => new StringContent(json.ToJsonString(), Encoding.UTF8, "application/json"),
            _ => new StringContent(body.ToString()!, Encoding.UTF8, "application/json"),
        };
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<Chat> OpenAsync(string? token = null, JsonObject? body = null) =>
        new(this, await SendAsync(HttpMethod.Post, "/v3/directline/conversations", token, body));

    public static async Task<ClientWebSocket> ConnectAsync(string address)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(address), TestContext.Current.CancellationToken);
        return socket;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (Directory.Exists(_uploads))
        {
            Directory.Delete(_uploads, recursive: true);
        }
    }
}
