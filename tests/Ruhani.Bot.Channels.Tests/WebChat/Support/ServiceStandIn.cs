using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ruhani.Bot.Channels.Tests.WebChat.Support;

/// <summary>
/// Stands in for the Bot Connector: publishes keys, signs callers' tokens, gives us tokens, takes replies.
/// </summary>
internal sealed class ServiceStandIn : IAsyncDisposable
{
    public const string App = "00000000-app";
    public const string Issuer = "https://api.botframework.com";
    private readonly WebApplication _app;
    private readonly RSA _rsa = RSA.Create(2048);

    private ServiceStandIn(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    public ConcurrentQueue<(string Path, string? Authorization, JsonObject Body)> Posts { get; } = new();

    /// <summary>The credentials files were fetched with.</summary>
    public ConcurrentQueue<string?> Fetches { get; } = new();

    /// <summary>What posts are answered with.</summary>
    public int Status { get; set; } = StatusCodes.Status201Created;

    public static async Task<ServiceStandIn> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var standIn = new ServiceStandIn(app);
        app.MapGet("/metadata", () => Results.Json(new
        {
            issuer = Issuer,
            jwks_uri = $"{standIn.Url}/keys",
            id_token_signing_alg_values_supported = new[] { "RS256" },
        }));
        app.MapGet("/keys", () => Results.Text(standIn.Keys(), "application/json"));
        app.MapPost(
            "/{tenant}/oauth2/v2.0/token", () => Results.Json(new { access_token = "ours", expires_in = 3600 }));
        app.MapPost("/v3/{**path}", (Delegate)standIn.TakeAsync);
        app.MapGet("/v3/attachments/{id}", (string id, HttpContext context) =>
        {
            standIn.Fetches.Enqueue(context.Request.Headers.Authorization);
            return standIn.Status >= 400 ? Results.StatusCode(standIn.Status)
                : Results.Bytes(Encoding.UTF8.GetBytes($"%PDF-1.7 {id}"), "application/pdf");
        });
        await app.StartAsync();
        return standIn;
    }

    public (string, string)[] Settings() =>
    [
        ("BotFramework:AppId", App),
        ("BotFramework:AppPassword", "password"),
        ("BotFramework:MetadataUrl", $"{Url}/metadata"),
        ("BotFramework:LoginUrl", Url),
    ];

    public string Sign(
        DateTimeOffset now, string? audience = null, string? issuer = null, string? serviceUrl = null,
        RSA? key = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Issuer,
            Audience = audience ?? App,
            NotBefore = now.UtcDateTime,
            Expires = now.UtcDateTime.AddHours(1),
            Claims = new Dictionary<string, object> { ["serviceurl"] = serviceUrl ?? Url },
            SigningCredentials = new SigningCredentials(
                new RsaSecurityKey(key ?? _rsa) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256),
        });

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _rsa.Dispose();
    }

    private string Keys()
    {
        var parameters = _rsa.ExportParameters(false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = "k1",
                ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            }),
        }.ToJsonString();
    }

    private async Task<IResult> TakeAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        Posts.Enqueue((context.Request.Path, context.Request.Headers.Authorization, body));
        return Results.Json(new { id = "posted-1" }, statusCode: Status);
    }
}
