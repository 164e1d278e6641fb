using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ruhani.Bot.Channels.WebChat.DirectLine;

/// <summary>The addresses of Direct Line 3.0.</summary>
internal static class DirectLineRoutes
{
    /// <summary>Before all of them.</summary>
    public const string Prefix = "/v3/directline";

    /// <summary>The CORS policy they are under.</summary>
    public const string CorsPolicy = "directline";

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var conversations = services.GetRequiredService<ConversationEndpoints>();
        var activities = services.GetRequiredService<ActivityEndpoints>();
        var uploads = services.GetRequiredService<UploadEndpoints>();
        var stream = services.GetRequiredService<StreamEndpoint>();
        var group = routes.MapGroup(Prefix).RequireCors(CorsPolicy);
        group.MapPost("/tokens/generate", (Delegate)conversations.GenerateAsync);
        group.MapPost("/tokens/refresh", (Delegate)conversations.RefreshAsync);
        group.MapPost("/conversations", (Delegate)conversations.StartAsync);
        group.MapGet("/conversations/{id}", conversations.ResumeAsync);
        group.MapPost("/conversations/{id}/activities", activities.SendAsync);
        group.MapGet("/conversations/{id}/activities", activities.PollAsync);
        group.MapGet("/conversations/{id}/stream", stream.ServeAsync);
        group.MapPost("/conversations/{id}/upload", uploads.ReceiveAsync);
        group.MapGet("/conversations/{id}/files/{file}/{name}", uploads.ServeAsync);
        group.MapGet("/session/getsessionid", ConversationEndpoints.SessionId);
    }

    /// <summary>How the client that made this request reaches the files of a conversation.</summary>
    public static (string Before, string After) Files(HttpContext context, string conversation)
    {
        // A browser shows a picture by its address alone, so the address carries the token. The secret never goes
        // into one.
        var token = context.Request.Query["t"].ToString() is { Length: > 0 } query
            ? query
            : DirectLineGate.Bearer(context);
        var isToken = token?.Count(c => c == '.') == 2;
        return (
            $"{OwnAddress.Of(context.Request, "http")}{Prefix}/conversations/{conversation}/files/",
            isToken ? $"?t={token}" : "");
    }
}
