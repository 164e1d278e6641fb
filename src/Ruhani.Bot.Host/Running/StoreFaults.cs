using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Host.Running;

/// <summary>
/// A store that can't be written (a full disk) is 503 for whoever asked, who comes again, and one line in the log for
/// each request, not a page.
/// </summary>
internal sealed class StoreFaults(RequestDelegate next, ILogger<StoreFaults> logger)
{
    private const string RetryAfterSeconds = "5";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (StoreUnavailableException e) when (!context.Response.HasStarted)
        {
            logger.LogError("A request was answered 503, the store can't be used: {Reason}", e.Message);
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
        }
    }
}
