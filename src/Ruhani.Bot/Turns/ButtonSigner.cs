using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Outbox;

namespace Ruhani.Bot.Turns;

/// <summary>
/// Signs what buttons carry, because it comes back from outside: only a button this bot made for that conversation is
/// obeyed. The signature is the first 6 bytes of HMAC-SHA256 over conversation and token, 8 characters: with the rate
/// limits on messages, guessing one takes ages, and a token stays within Telegram's 64 bytes.
/// </summary>
public sealed class ButtonSigner
{
    private const int SignatureBytes = 6;
    private const int SignatureLength = 8;
    private const int LongestWire = 512;
    private const int OnStack = 1024;
    private readonly byte[] _key;

    /// <summary>A signer over a secret key of at least 16 bytes.</summary>
    public ButtonSigner(byte[] key)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(key.Length, 16);
        _key = key;
    }

    /// <summary>Bytes of a token on the wire, signature included.</summary>
    public static int WireLength(ButtonToken token) =>
        Encoding.UTF8.GetByteCount(token.Encode()) + 1 + SignatureLength;

    /// <summary>
    /// The message as it leaves: its buttons signed for the conversation it goes to. Signing is the last step before
    /// sending, so that a message that follows a group to its new id has buttons that work there.
    /// </summary>
    public OutboxMessage Sign(OutboxMessage message) => message.Buttons.Count == 0 ? message : message with
    {
        Buttons =
        [
            .. message.Buttons.Select(row => (IReadOnlyList<OutboxButton>)
            [
                .. row.Select(button => button with { Token = Sign(message.Conversation, button.Token) }),
            ]),
        ],
    };

    /// <summary>The token as a button of that conversation carries it.</summary>
    public string Sign(ConversationKey conversation, ButtonToken token) => Sign(conversation, token.Encode());

    /// <summary>The token a button carried; null when we never made such a button for that conversation.</summary>
    public ButtonToken? Verify(ConversationKey conversation, string wire)
    {
        var cut = wire.Length - SignatureLength - 1;
        if (cut <= 0 || wire.Length > LongestWire || wire[cut] != ButtonToken.Separator)
        {
            return null;
        }

        var text = wire[..cut];
        return CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(wire[(cut + 1)..]), Encoding.UTF8.GetBytes(Signature(conversation, text)))
            ? ButtonToken.Decode(text)
            : null;
    }

    private string Sign(ConversationKey conversation, string token) =>
        $"{token}{ButtonToken.Separator}{Signature(conversation, token)}";

    // The length of the conversation stands first, so that no other pair is signed alike.
    private string Signature(ConversationKey conversation, string token)
    {
        var name = conversation.ToString();
        var most = sizeof(int) + Encoding.UTF8.GetMaxByteCount(name.Length + token.Length);
        var signed = most <= OnStack ? stackalloc byte[OnStack] : new byte[most];
        var length = sizeof(int) + Encoding.UTF8.GetBytes(name, signed[sizeof(int)..]);
        BinaryPrimitives.WriteInt32LittleEndian(signed, length);
        length += Encoding.UTF8.GetBytes(token, signed[length..]);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, signed[..length], hash);
        return Base64Url.EncodeToString(hash[..SignatureBytes]);
    }
}
