namespace Ruhani.Bot.Knowledge.Search;

/// <summary>
/// The numbers of the search, fitted on authored questions held out one at a time and on the even rows of the questions
/// for developing; see the <c>quality</c> report.
/// </summary>
internal static class Tuning
{
    /// <summary>What a word is worth that the entry knows from another of its names.</summary>
    public static float SiblingShare = 0.5f;

    /// <summary>What a word is worth that the entry knows from its text only.</summary>
    public static float TextShare = 0.6f;

    /// <summary>How much of the score is the entry's and not one name's.</summary>
    public static float EntryShare = 0.4f;

    /// <summary>In how many of its names an entry must use a word for it to count half.</summary>
    public static float OftenHalf = 0.5f;

    /// <summary>What a word of the same beginning is worth.</summary>
    public static float KinShare = 0.42f;

    /// <summary>How much the kind of entry counts that the question's words are used for.</summary>
    public static float KindShare = 0.13f;

    public static float MostKind = 5f;

    public static float CoveragePower = 1.5f;

    public static float PrecisionPower = 1.5f;

    /// <summary>What a content word weighs that the knowledge does not have, against one that a single entry has.</summary>
    public static float UnknownShare = 0.5f;

    /// <summary>From here on a word found is taken for the word typed.</summary>
    public const float SureWord = 0.7f;

    /// <summary>How well an entry is taken to know a word that its text has.</summary>
    public const float TextKnows = 0.8f;

    public static float Answer = 0.5f;

    public static float DidYouMean = 0.3f;

    public static float Margin = 0.03f;

    /// <summary>Evidence below this leaves the language to what the person saved.</summary>
    public static float SureEvidence = 1.5f;
}
