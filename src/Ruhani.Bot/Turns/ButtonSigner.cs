using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Ruhani.Bot.Turns;

/// <summary>
/// Signs what buttons carry, because it comes back from outside: only a button this bot made is obeyed. The signature
/// is the first 6 bytes of HMAC-SHA256 over the token, 8 characters: with the rate limits on messages, guessing one
/// takes ages, and a token stays within Telegram's 64 bytes.
/// </summary>
public sealed class ButtonSigner
{
    private const int SignatureBytes = 6;
    private const int SignatureLength = 8;
    private const int MostSigned = 4000;
    private readonly ConcurrentDictionary<ButtonToken, string> _signed = new();
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

    /// <summary>The token as a button carries it.</summary>
    public string Sign(ButtonToken token)
    {
        // Cards carry the same buttons for everybody.
        if (_signed.TryGetValue(token, out var signed))
        {
            return signed;
        }

        var text = token.Encode();
        signed = $"{text}{ButtonToken.Separator}{Signature(text)}";
        if (_signed.Count >= MostSigned)
        {
            _signed.Clear();
        }

        _signed[token] = signed;
        return signed;
    }

    /// <summary>The token a button carried; null when we never made such a button.</summary>
    public ButtonToken? Verify(string wire)
    {
        var cut = wire.Length - SignatureLength - 1;
        if (cut <= 0 || wire.Length > 512 || wire[cut] != ButtonToken.Separator)
        {
            return null;
        }

        var text = wire[..cut];
        return CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(wire[(cut + 1)..]), Encoding.UTF8.GetBytes(Signature(text)))
            ? ButtonToken.Decode(text)
            : null;
    }

    private string Signature(string text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text), hash);
        return Base64Url.EncodeToString(hash[..SignatureBytes]);
    }
}
