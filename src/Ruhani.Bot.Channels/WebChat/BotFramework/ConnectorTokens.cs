using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Ruhani.Bot.Channels.WebChat.BotFramework;

/// <summary>
/// Gets the tokens our replies are signed with (OAuth client credentials) and keeps each until shortly before its
/// end.
/// </summary>
internal sealed class ConnectorTokens(
    IOptions<WebChatOptions> options, IHttpClientFactory clients, TimeProvider time) : IDisposable
{
    private const string Scope = "https://api.botframework.com/.default";
    private const string SharedTenant = "botframework.com";
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private string? _token;
    private DateTimeOffset _until;

    /// <summary>
    /// A token, or null when replies need none (no application id). Throws when the authority gives none.
    /// </summary>
    public async Task<string?> GetAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value.BotFramework;
        if (settings.AppId is not { Length: > 0 } || settings.AppPassword is not { Length: > 0 })
        {
            return null;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_token is null || time.GetUtcNow() >= _until)
            {
                await FetchAsync(settings, cancellationToken);
            }

            return _token;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Forgets the token, after a service refused it.</summary>
    public void Drop() => _until = DateTimeOffset.MinValue;

    public void Dispose() => _gate.Dispose();

    private async Task FetchAsync(BotFrameworkOptions settings, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = settings.AppId!,
            ["client_secret"] = settings.AppPassword!,
            ["scope"] = Scope,
        });
        var address = $"{settings.LoginUrl.TrimEnd('/')}/{settings.TenantId ?? SharedTenant}/oauth2/v2.0/token";
        using var client = clients.CreateClient(BotFrameworkChannel.ChannelName);
        using var answer = await client.PostAsync(address, form, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        _token = json.GetProperty("access_token").GetString();
        _until = time.GetUtcNow() + TimeSpan.FromSeconds(json.GetProperty("expires_in").GetInt32()) - Early;
    }
}
