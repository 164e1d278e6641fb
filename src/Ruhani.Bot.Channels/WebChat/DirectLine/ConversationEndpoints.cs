using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Ruhani.Bot.Channels.WebChat.DirectLine;

/// <summary>Starting, resuming and the tokens of conversations.</summary>
internal sealed class ConversationEndpoints(DirectLineGate gate, DirectLineTokens tokens, ConversationLogs logs)
{
    private const int MaxBody = 16 * 1024;
    private const int MaxName = 100;

    /// <summary><c>POST /tokens/generate</c>: a token for a conversation that is still to be started.</summary>
    public async Task<IResult> GenerateAsync(HttpContext context)
    {
        var (admission, refusal) = await AdmitAsync(context);
        return refusal ?? Wire.Answer(await DescribeAsync(context, admission!.Ticket, null));
    }

    /// <summary><c>POST /conversations</c>: starts a conversation, or the one its token names.</summary>
    public async Task<IResult> StartAsync(HttpContext context)
    {
        var (admission, refusal) = await AdmitAsync(context);
        if (refusal is not null)
        {
            return refusal;
        }

        await logs.CreateAsync(admission!.Ticket, context.RequestAborted);
        return Wire.Answer(await DescribeAsync(context, admission.Ticket, "-"), StatusCodes.Status201Created);
    }

    /// <summary>
    /// <c>GET /conversations/{id}</c>: a stream that begins after the watermark, for a client that lost its own.
    /// </summary>
    public async Task<IResult> ResumeAsync(HttpContext context, string id)
    {
        using var admission = await gate.EnterAsync(context, id, context.RequestAborted);
        if (admission.Refusal is not null)
        {
            return admission.Refusal;
        }

        var watermark = context.Request.Query["watermark"].ToString();
        return Watermark.TryParse(watermark, out _)
            ? Wire.Answer(await DescribeAsync(context, admission.Ticket, watermark.Length == 0 ? "-" : watermark))
            : Watermark.Malformed();
    }

    /// <summary><c>POST /tokens/refresh</c>: a fresh token for the owner of one that still works.</summary>
    public async Task<IResult> RefreshAsync(HttpContext context)
    {
        if (DirectLineGate.Bearer(context) is not { } bearer)
        {
            return Wire.Error(StatusCodes.Status401Unauthorized, "MissingToken", "Give the token to refresh.");
        }

        return await tokens.ReadAsync(bearer, TokenUse.DirectLine, context.RequestAborted) is { } ticket
            ? Wire.Answer(await DescribeAsync(context, ticket, null))
            : Wire.Error(StatusCodes.Status403Forbidden, "TokenExpired", "The token is not valid or has expired.");
    }

    /// <summary>
    /// <c>GET /session/getsessionid</c>: there is no enhanced authentication here, so no session either.
    /// </summary>
    public static IResult SessionId() => Wire.Answer(new JsonObject { ["sessionId"] = "" });

    /// <summary>What a client needs to go on with a conversation.</summary>
    /// <param name="context">The request.</param>
    /// <param name="ticket">What the new token will say.</param>
    /// <param name="watermark">Where the stream begins; null leaves the stream out.</param>
    public async Task<JsonObject> DescribeAsync(HttpContext context, Ticket ticket, string? watermark)
    {
        var token = await tokens.IssueAsync(ticket, TokenUse.DirectLine, context.RequestAborted);
        var body = new JsonObject
        {
            ["conversationId"] = ticket.Conversation,
            ["token"] = token,
            ["expires_in"] = (int)tokens.Lifetime.TotalSeconds,
        };
        if (watermark is not null)
        {
            body["streamUrl"] = string.Create(
                CultureInfo.InvariantCulture,
                $"{OwnAddress.Of(context.Request, "ws")}{DirectLineRoutes.Prefix}/conversations/{ticket.Conversation}"
                + $"/stream?watermark={Uri.EscapeDataString(watermark)}&t={token}");
        }

        return body;
    }

    private async Task<(Admission? Admission, IResult? Refusal)> AdmitAsync(HttpContext context)
    {
        var body = await Wire.ReadBodyAsync(context.Request, MaxBody, context.RequestAborted);
        if (body is null)
        {
            return (null, Wire.Error(StatusCodes.Status413PayloadTooLarge, "TooLarge", "The request is too large."));
        }

        var json = body.Value.IsEmpty ? new JsonObject() : Wire.Read(body.Value);
        if (json is null)
        {
            return (null, Wire.Error(StatusCodes.Status400BadRequest, "BadSyntax", "The body is not a JSON object."));
        }

        var user = Wire.Object(json, "user");
        var admission = await gate.AdmitAsync(
            context, Bounded(Wire.String(user, "id")), Bounded(Wire.String(user, "name")), context.RequestAborted);
        return (admission, admission.Refusal);
    }

    private static string? Bounded(string? text) => text is { Length: > 0 and <= MaxName } ? text : null;
}
