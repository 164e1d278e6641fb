using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Ruhani.Bot.Channels.WebChat.Uploads;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Channels.WebChat.DirectLine;

/// <summary>Taking files in, and giving them back to their own conversation.</summary>
internal sealed class UploadEndpoints(
    DirectLineGate gate, ActivityIntake intake, UploadStore store, IOptions<WebChatOptions> options)
{
    // Room for the activity and the form's own lines.
    private const int FormRoom = 64 * 1024;

    /// <summary><c>POST /conversations/{id}/upload</c>: a message with files.</summary>
    public async Task<IResult> ReceiveAsync(HttpContext context, string id)
    {
        using var admission = await gate.EnterAsync(context, id, context.RequestAborted);
        if ((admission.Refusal ?? gate.Slow(context, admission.Ticket)) is { } refusal)
        {
            return refusal;
        }

        var limits = options.Value;
        var most = limits.MaxUploadBytes + limits.MaxActivityBytes + FormRoom;
        if (context.Request.ContentLength > most)
        {
            return Wire.Error(StatusCodes.Status413PayloadTooLarge, "TooLarge", "The files are too large.");
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = most;
        }

        var form = new UploadForm(store, limits.MaxActivityBytes, limits.MaxUploadBytes);
        return await form.ReadAsync(context.Request, id, context.RequestAborted)
            ?? await intake.TakeAsync(admission, form.Activity!);
    }

    /// <summary><c>GET /conversations/{id}/files/{file}/{name}</c>: a file of this conversation.</summary>
    public async Task<IResult> ServeAsync(HttpContext context, string id, string file, string name)
    {
        using var admission = await gate.EnterAsync(context, id, context.RequestAborted);
        if (admission.Refusal is not null)
        {
            return admission.Refusal;
        }

        if (store.Find(id, file) is not { } path || FileKinds.ByName(file) is not { } kind)
        {
            return Wire.Error(StatusCodes.Status404NotFound, "NoFile", "There is no such file in this conversation.");
        }

        var disposition = new ContentDispositionHeaderValue(kind.IsInline ? "inline" : "attachment");
        disposition.SetHttpFileName(name);
        var headers = context.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "private, max-age=3600";
        return Results.File(path, kind.MediaType, enableRangeProcessing: true);
    }
}
