using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Ruhani.Bot.Channels.WebChat.DirectLine;

/// <summary>Sending and polling of activities.</summary>
internal sealed class ActivityEndpoints(DirectLineGate gate, ActivityIntake intake, IOptions<WebChatOptions> options)
{
    /// <summary><c>POST /conversations/{id}/activities</c>: a person says or does something.</summary>
    public async Task<IResult> SendAsync(HttpContext context, string id)
    {
        using var admission = await gate.EnterAsync(context, id, context.RequestAborted);
        if ((admission.Refusal ?? gate.Slow(context, admission.Ticket)) is { } refusal)
        {
            return refusal;
        }

        var limit = options.Value.MaxActivityBytes;
        if (await Wire.ReadBodyAsync(context.Request, limit, context.RequestAborted) is not { } body)
        {
            return Wire.Error(StatusCodes.Status413PayloadTooLarge, "TooLarge", "The activity is too large.");
        }

        return Wire.Read(body) is { } activity && Wire.String(activity, "type") is not null
            ? await intake.TakeAsync(admission, activity)
            : Wire.Error(StatusCodes.Status400BadRequest, "BadSyntax", "The body is not an activity.");
    }

    /// <summary><c>GET /conversations/{id}/activities</c>: a page of what came after the watermark.</summary>
    public async Task<IResult> PollAsync(HttpContext context, string id)
    {
        using var admission = await gate.EnterAsync(context, id, context.RequestAborted);
        if (admission.Refusal is not null)
        {
            return admission.Refusal;
        }

        if (!Watermark.TryParse(context.Request.Query["watermark"].ToString(), out var after))
        {
            return Watermark.Malformed();
        }

        var entries = await admission.Log.ReadAsync(after, options.Value.PageSize, context.RequestAborted);
        var watermark = entries.Count > 0 ? entries[^1].Number : after;
        var files = DirectLineRoutes.Files(context, id);
        return Results.Text(ActivityFrame.Write(entries, watermark, files), "application/json", Encoding.UTF8);
    }
}
