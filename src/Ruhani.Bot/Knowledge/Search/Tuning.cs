namespace Ruhani.Bot.Knowledge.Search;

/// <summary>
/// The numbers of the search, fitted on authored questions held out one at a time and on the even rows of the questions
/// for developing; see the <c>quality</c> report.
/// </summary>
internal static class Tuning
{
    /// <summary>What a word is worth that the entry knows from another of its names.</summary>
    public const float SiblingShare = 0.45f;

    /// <summary>What a word is worth that the entry knows from its text only.</summary>
    public const float TextShare = 0.42f;

    /// <summary>How much of the score is the entry's and not one name's.</summary>
    public const float EntryShare = 0.4f;

    /// <summary>What a word weighs that is only in texts, against one in names.</summary>
    public const float TextOnlyShare = 0.6f;

    /// <summary>What a small word weighs against a content word as frequent.</summary>
    public const float FunctionShare = 0.2f;

    /// <summary>How many letters of a beginning are worth nothing yet.</summary>
    public const float KinFrom = 1.2f;

    /// <summary>In how many of its names an entry must use a word for it to count half.</summary>
    public const float OftenHalf = 2f;

    /// <summary>What a word is worth that only begins like the one typed, at most.</summary>
    public const float KinShare = 0.8f;

    /// <summary>How much the kind of entry counts that the question's words are used for.</summary>
    public const float KindShare = 0.125f;

    /// <summary>The most all words together say for or against a kind.</summary>
    public const float MostKind = 8f;

    /// <summary>
    /// What is left of a name's score with each part of the question that it does not account for: a power. With each
    /// part of the name that the question does not cover it goes by the square.
    /// </summary>
    public const float PrecisionPower = 1.6f;

    /// <summary>
    /// What a content word weighs that the knowledge does not have, against one that a single entry has.
    /// </summary>
    public const float UnknownShare = 0.5f;

    /// <summary>From here on a word found is taken for the word typed.</summary>
    public const float SureWord = 0.7f;

    /// <summary>How well an entry is taken to know a word that its text has.</summary>
    public const float TextKnows = 0.8f;

    /// <summary>What an entry needs at least to be among the hits.</summary>
    public const float LeastScore = 0.03f;

    /// <summary>The highest score of an entry that is not called just what was typed.</summary>
    public const float MostScore = 0.99f;

    /// <summary>Evidence below this leaves the language to what the person saved.</summary>
    public const float SureEvidence = 1.5f;
}
