namespace Ruhani.Bot.Knowledge.Search;

/// <summary>
/// How likely the best entry is the answer: a logistic regression over the evidence, fitted on questions with known
/// answers and on questions the guide does not answer (other programmes, salaries, weather).
/// </summary>
internal static class Confidence
{
    /// <summary>From here on the first hit is given as the answer.</summary>
    public const float Answer = 0.57f;

    /// <summary>From here on it is worth asking which of the first was meant.</summary>
    public const float DidYouMean = 0.07f;

    /// <summary>The likelihood, 0 to 1.</summary>
    public static float Of(Evidence evidence)
    {
        var odds = 1.034f
            + (2.904f * Math.Min(evidence.Score, 0.6f))
            - (1.996f * evidence.Rival)
            + (0.381f * evidence.Coverage)
            - (5.021f * evidence.Precision)
            + (3.18f * evidence.Coverage * evidence.Precision)
            + (3.729f * evidence.Known)
            - (4.282f * Math.Min(evidence.Misfits, 2))
            - (14.083f * evidence.Unknown)
            - (9.964f * evidence.Strange)
            - (2.006f / (1 + evidence.Weight))
            - (11.4f * Math.Max(0, evidence.Rival - 0.8f));
        return 1 / (1 + MathF.Exp(-odds));
    }
}
