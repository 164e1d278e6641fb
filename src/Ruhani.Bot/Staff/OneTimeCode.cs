using System.Security.Cryptography;
using System.Text;
using Ruhani.Bot.Dialogs;

namespace Ruhani.Bot.Staff;

/// <summary>
/// A code that works once and for a while. The store holds its hash only: who reads the store can't use it.
/// </summary>
public sealed record OneTimeCode
{
    // Digits alone are the same on every keyboard, and no Latin letter stands in a Kazakh text.
    private const string Alphabet = "0123456789";

    private const int Length = 10;

    /// <summary>The role it grants; null for a code that links two addresses of one person.</summary>
    public Role? Role { get; init; }

    /// <summary>The region it grants the role in.</summary>
    public int Region { get; init; }

    /// <summary>Who made it.</summary>
    public required string By { get; init; }

    /// <summary>Where it was made, to tell that it was used.</summary>
    public required string Home { get; init; }

    /// <summary>Until when it works, Unix milliseconds.</summary>
    public long Until { get; init; }

    /// <summary>Who used it; null for nobody yet.</summary>
    public string? UsedBy { get; init; }

    /// <summary>A new code, one of ten thousand million.</summary>
    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>The id a code is kept under.</summary>
    public static string IdOf(string code) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim())));
}
