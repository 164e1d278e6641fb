using Prometheus;
using Ruhani.Bot.Channels.WebChat;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Host.Running;

/// <summary>Health for whoever runs the host, metrics for Prometheus; the metrics over loopback only.</summary>
internal static class HealthRoutes
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("ok"));
        app.MapGet("/health/ready", async (IStore store, CancellationToken token) =>
        {
            var health = await store.CheckAsync(token);

            // Why is in the log: the reason may name files, and anybody may ask here.
            return Results.Text(
                health.IsHealthy ? "ok" : "the store is unavailable",
                statusCode: health.IsHealthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
        app.MapGet("/metrics", async (HttpContext context, IStore store) =>
        {
            if (!Loopback.IsLocal(context))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            var health = await store.CheckAsync(context.RequestAborted);
            Gauge("ruhani_outbox_waiting", "Messages not sent yet.").Set(health.Waiting);
            Gauge("ruhani_outbox_held", "Messages held until their person writes.").Set(health.Held);
            Gauge("ruhani_outbox_dead", "Messages set aside.").Set(health.Dead);
            context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
            await Metrics.DefaultRegistry.CollectAndExportAsTextAsync(context.Response.Body, context.RequestAborted);
        });
    }

    private static Gauge Gauge(string name, string help) => Metrics.CreateGauge(name, help);
}
