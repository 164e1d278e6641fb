namespace Ruhani.Bot.Logo;

/// <summary>
/// Damm's check digit: one decimal digit that notices every single wrong digit and every swap of two neighbours.
/// Source: H. M. Damm, «Total anti-symmetrische Quasigruppen», Marburg 2004, the quasigroup of order 10.
/// </summary>
internal static class CheckDigit
{
    private const string Quasigroup =
        "0317598642"
        + "7092154863"
        + "4206871359"
        + "1750983426"
        + "6123045978"
        + "3674209581"
        + "5869720134"
        + "8945362017"
        + "9438617205"
        + "2581436790";

    /// <summary>The check digit of ASCII digits.</summary>
    public static int Of(ReadOnlySpan<char> digits)
    {
        var interim = 0;
        foreach (var digit in digits)
        {
            interim = Quasigroup[(interim * 10) + (digit - '0')] - '0';
        }

        return interim;
    }
}
