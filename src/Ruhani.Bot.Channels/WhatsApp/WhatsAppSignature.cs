using System.Security.Cryptography;
using System.Text;

namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>Checks secrets in constant time.</summary>
internal static class WhatsAppSignature
{
    private const string Prefix = "sha256=";

    /// <summary>
    /// True when <c>X-Hub-Signature-256</c> is the HMAC-SHA256 of the very bytes received: Meta escapes other letters
    /// than ASCII, so JSON that was read and written again would not match.
    /// </summary>
    public static bool IsValid(string? header, ReadOnlySpan<byte> body, string appSecret)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (header is null
            || !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            || header.Length != Prefix.Length + (2 * given.Length)
            || Convert.FromHexString(header.AsSpan(Prefix.Length), given, out _, out _)
                != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(appSecret), body, expected);
        return CryptographicOperations.FixedTimeEquals(given, expected);
    }

    /// <summary>Compares two words without telling by time where they differ, nor how long the right one is.</summary>
    public static bool AreSame(string? given, string expected) =>
        given is not null && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));
}
