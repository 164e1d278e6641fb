namespace Ruhani.Bot.Linguistics.Answers;

/// <summary>How long the code of a number is within the national numbering plan of Kazakhstan.</summary>
internal static class CityCodes
{
    private const int Network = 3;
    private const int City = 4;
    private const int District = 5;

    // The centres of the regions; the villages' and districts' codes are a digit longer.
    private static readonly string[] Centres =
    [
        "7102", "7112", "7122", "7132", "7142", "7152", "7162", "7172", "7182", "7212", "7222", "7232", "7242", "7252",
        "7262", "7282", "7292",
    ];

    /// <summary>Digits of the code at the beginning of ten digits.</summary>
    public static int LengthOf(string national) =>
        !national.StartsWith("71", StringComparison.Ordinal) && !national.StartsWith("72", StringComparison.Ordinal)
            ? Network
            : national.StartsWith("727", StringComparison.Ordinal) ? Network
            : Centres.Contains(national[..City]) ? City
            : District;
}
