namespace Ruhani.Bot.Knowledge.Search;

/// <summary>
/// The numbers of the search, fitted on authored questions held out one at a time and on the even rows of the questions
/// for developing; see the <c>quality</c> report.
/// </summary>
internal static class Tuning
{
    /// <summary>What a word is worth that the entry knows from another of its names.</summary>
    public static float SiblingShare = 0.75f;

    /// <summary>What a word is worth that the entry knows from its text only.</summary>
    public static float TextShare = 0.5f;

    /// <summary>How much of the score is the entry's and not one name's.</summary>
    public static float EntryShare = 0.25f;

    public static float CoveragePower = 0.8f;

    public static float PrecisionPower = 0.8f;

    /// <summary>What a content word weighs that the knowledge does not have, against one that a single entry has.</summary>
    public static float UnknownShare = 0.7f;

    public static float Answer = 0.5f;

    public static float DidYouMean = 0.3f;

    public static float Margin = 0.03f;

    /// <summary>Evidence below this leaves the language to what the person saved.</summary>
    public static float SureEvidence = 1.5f;
}
