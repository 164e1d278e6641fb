using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ruhani.Bot.Channels.WebChat.Page;

/// <summary>The addresses of the page.</summary>
internal static class PageRoutes
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var page = routes.ServiceProvider.GetRequiredService<PageEndpoints>();
        routes.MapGet("/", (HttpContext c) => page.Serve(c, "index.html"));
        routes.MapGet("/webchat/{file}", (HttpContext c, string file) => page.Serve(c, file));
        routes.MapGet("/webchat/settings", (HttpContext c) => page.Settings(c));
        routes.MapPost("/webchat/session", (Delegate)page.OpenAsync);
    }
}
