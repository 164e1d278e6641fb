using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Host.Running;

/// <summary>
/// What goes wrong with a request without being a bug is answered, and fills no log with stack traces: a store that
/// can't be written (a full disk) is 503 and one line; a body that comes too slowly is its sender's affair.
/// </summary>
internal sealed class RequestFaults(RequestDelegate next, ILogger<RequestFaults> logger)
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
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            logger.LogDebug("A request was answered {Status}: {Reason}", e.StatusCode, e.Message);
            context.Response.Clear();
            context.Response.StatusCode = e.StatusCode;
        }
    }
}
