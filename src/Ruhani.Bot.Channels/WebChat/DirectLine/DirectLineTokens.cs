using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ruhani.Bot.Channels.WebChat.DirectLine;

/// <summary>Makes and reads the signed tokens that open one conversation each (JWT, HMAC-SHA256).</summary>
internal sealed class DirectLineTokens(SigningKey key, IOptions<WebChatOptions> options, TimeProvider time)
{
    private const string ConversationClaim = "conv";
    private const string UserClaim = "user";
    private const string NameClaim = "name";
    private const string TrustClaim = "vouched";
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>How long a token works.</summary>
    public TimeSpan Lifetime => TimeSpan.FromMinutes(options.Value.TokenMinutes);

    /// <summary>A new conversation id: 128 random bits.</summary>
    public static string NewConversation() =>
        Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(16));

    /// <summary>Signs a token.</summary>
    /// <param name="ticket">What it says.</param>
    /// <param name="use">What it is good for; it is refused for anything else.</param>
    /// <param name="cancellationToken">Ends the wait for the key.</param>
    public async ValueTask<string> IssueAsync(Ticket ticket, TokenUse use, CancellationToken cancellationToken)
    {
        var claims = new Dictionary<string, object> { [ConversationClaim] = ticket.Conversation };
        if (ticket.User is not null)
        {
            claims[UserClaim] = ticket.User;
        }

        if (ticket.Name is not null)
        {
            claims[NameClaim] = ticket.Name;
        }

        if (ticket.IsTrusted)
        {
            claims[TrustClaim] = true;
        }

        var now = time.GetUtcNow();
        var life = use == TokenUse.DirectLine ? Lifetime : TimeSpan.FromDays(options.Value.KeepDays);
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Audience = use.ToString(),
            Claims = claims,
            IssuedAt = now.UtcDateTime,
            Expires = (now + life).UtcDateTime,
            SigningCredentials = new SigningCredentials(
                new SymmetricSecurityKey(await key.GetAsync(cancellationToken)), SecurityAlgorithms.HmacSha256),
        });
    }

    /// <summary>Reads a token; null when it is forged, expired or made for another use.</summary>
    public async ValueTask<Ticket?> ReadAsync(string token, TokenUse use, CancellationToken cancellationToken)
    {
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidateIssuer = false,
            ValidAudience = use.ToString(),
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            IssuerSigningKey = new SymmetricSecurityKey(await key.GetAsync(cancellationToken)),
            LifetimeValidator = (_, expires, _, _) => expires > time.GetUtcNow().UtcDateTime,
        });
        return result.IsValid && result.Claims.TryGetValue(ConversationClaim, out var conversation)
            ? new Ticket(
                (string)conversation,
                Text(result, UserClaim),
                Text(result, NameClaim),
                result.Claims.ContainsKey(TrustClaim))
            : null;
    }

    private static string? Text(TokenValidationResult result, string claim) =>
        result.Claims.TryGetValue(claim, out var value) ? value as string : null;
}

/// <summary>What a token is good for.</summary>
internal enum TokenUse
{
    /// <summary>Every Direct Line call of its conversation; short-lived.</summary>
    DirectLine,

    /// <summary>
    /// Getting a new token for the same conversation, by the page after a reload; lives as long as the conversation.
    /// </summary>
    Resume,
}
