using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Ruhani.Bot.Channels.WebChat.DirectLine;

namespace Ruhani.Bot.Channels.WebChat.BotFramework;

/// <summary>
/// Verifies who calls <c>/api/messages</c>, by the rules of the Bot Connector: a token signed by a published key,
/// from the right issuer, for our application. Without an application id only this machine is heard.
/// </summary>
internal sealed class CallerCheck
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private readonly BotFrameworkOptions _settings;
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _keys;
    private readonly JsonWebTokenHandler _handler = new();
    private readonly TimeProvider _time;
    private readonly ILogger<CallerCheck> _logger;

    /// <summary>Prepares the check; keys are fetched with the first call and kept.</summary>
    public CallerCheck(
        IOptions<WebChatOptions> options, IHttpClientFactory clients, TimeProvider time, ILogger<CallerCheck> logger)
    {
        _settings = options.Value.BotFramework;
        _time = time;
        _logger = logger;
        _keys = new ConfigurationManager<OpenIdConnectConfiguration>(
            _settings.MetadataUrl,
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(clients.CreateClient(BotFrameworkChannel.ChannelName))
            {
                RequireHttps = _settings.MetadataUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase),
            });
    }

    /// <summary>Who calls; null when the call is not to be heard.</summary>
    public async Task<Caller?> IdentifyAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (_settings.AppId is not { Length: > 0 } app)
        {
            return Loopback.IsLocal(context) ? new Caller(null) : null;
        }

        if (DirectLineGate.Bearer(context) is not { } token)
        {
            return null;
        }

        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = _settings.Issuer,
            ValidAudience = app,
            ConfigurationManager = _keys,
            RequireSignedTokens = true,
            ValidAlgorithms =
                [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
            LifetimeValidator = (starts, ends, _, _) => IsNow(starts, ends),
        });
        cancellationToken.ThrowIfCancellationRequested();
        if (result.IsValid)
        {
            return new Caller(result.Claims.TryGetValue("serviceurl", out var url) ? url as string : null);
        }

        _logger.LogWarning("A call of /api/messages had no valid token: {Reason}.", result.Exception?.GetType().Name);
        return null;
    }

    private bool IsNow(DateTime? starts, DateTime? ends)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return ends is { } end && end > now - Skew && (starts is not { } start || start < now + Skew);
    }
}

/// <summary>A caller that was let in.</summary>
/// <param name="ServiceUrl">The service address its token vouches for; null when it has none.</param>
internal sealed record Caller(string? ServiceUrl);
