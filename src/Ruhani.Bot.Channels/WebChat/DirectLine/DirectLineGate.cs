using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Ruhani.Bot.Channels.WebChat.DirectLine;

/// <summary>Decides who a request comes from and what it may touch.</summary>
internal sealed class DirectLineGate(
    DirectLineTokens tokens, ConversationLogs logs, IOptions<WebChatOptions> options, TimeProvider time)
{
    private const string Scheme = "Bearer ";
    private readonly RequestRate _messages = new(time, options.Value.Burst, options.Value.MessagesPerMinute);
    private readonly RequestRate _starts = new(
        time, options.Value.ConversationsPerMinute, options.Value.ConversationsPerMinute);

    /// <summary>
    /// Who may start a conversation: anybody, anonymously; a demo persona over loopback; anyone the secret's holder
    /// names; the owner of a token his own.
    /// </summary>
    public async Task<Admission> AdmitAsync(
        HttpContext context, string? user, string? name, CancellationToken cancellationToken)
    {
        var bearer = Bearer(context);
        if (bearer is null)
        {
            var peer = context.Connection.RemoteIpAddress?.ToString() ?? "";
            var wait = Loopback.IsLocal(context) ? TimeSpan.Zero : _starts.Take(peer);
            return wait > TimeSpan.Zero
                ? Admission.Refuse(TooMany(context, wait))
                : Admission.Grant(new Ticket(DirectLineTokens.NewConversation(), user, name, IsPersona(context, user)));
        }

        if (IsSecret(bearer))
        {
            return Admission.Grant(new Ticket(DirectLineTokens.NewConversation(), user, name, user is not null));
        }

        return await tokens.ReadAsync(bearer, TokenUse.DirectLine, cancellationToken) is { } ticket
            ? Admission.Grant(ticket)
            : Admission.Refuse(Forbidden());
    }

    /// <summary>Who may act in a conversation: the owner of its token and the secret's holder.</summary>
    public async Task<Admission> EnterAsync(
        HttpContext context, string conversation, CancellationToken cancellationToken)
    {
        var bearer = Bearer(context) ?? NonEmpty(context.Request.Query["t"].ToString());
        if (bearer is null)
        {
            return Admission.Refuse(Wire.Error(
                StatusCodes.Status401Unauthorized, "MissingToken", "Give a token as 'Authorization: Bearer'."));
        }

        Ticket? ticket;
        if (IsSecret(bearer))
        {
            ticket = new Ticket(conversation, IsTrusted: true);
        }
        else
        {
            ticket = await tokens.ReadAsync(bearer, TokenUse.DirectLine, cancellationToken);
            if (ticket is null)
            {
                return Admission.Refuse(Forbidden());
            }
        }

        var lease = await logs.RentAsync(conversation, cancellationToken);
        if (lease is not null && string.Equals(ticket.Conversation, conversation, StringComparison.Ordinal))
        {
            return Admission.Grant(ticket, lease);
        }

        lease?.Dispose();
        return Admission.Refuse(lease is null
            ? Wire.Error(StatusCodes.Status404NotFound, "NoConversation", "There is no such conversation.")
            : Forbidden());
    }

    /// <summary>Null when the token may send one more message now; otherwise the refusal.</summary>
    public IResult? Slow(HttpContext context, Ticket ticket) =>
        _messages.Take(ticket.Conversation) is var wait && wait > TimeSpan.Zero ? TooMany(context, wait) : null;

    /// <summary>The request's bearer credential; null when there is none.</summary>
    public static string? Bearer(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is { } header
        && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? NonEmpty(header[Scheme.Length..].Trim())
            : null;

    /// <summary>True when demo personas may be had over this request.</summary>
    public bool IsDemo(HttpContext context) => options.Value.Demo && Loopback.IsLocal(context);

    private static string? NonEmpty(string text) => text.Length == 0 ? null : text;

    private static IResult Forbidden() =>
        Wire.Error(StatusCodes.Status403Forbidden, "TokenExpired", "The token is not valid here or has expired.");

    private static IResult TooMany(HttpContext context, TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Wire.Error(StatusCodes.Status429TooManyRequests, "TooManyRequests", "Too fast; wait and send again.");
    }

    private bool IsPersona(HttpContext context, string? user) =>
        user is not null && IsDemo(context) && Personas.IsUser(user);

    private bool IsSecret(string bearer) =>
        options.Value.Secret is { } secret
        && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(bearer)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
