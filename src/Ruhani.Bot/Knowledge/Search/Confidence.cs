namespace Ruhani.Bot.Knowledge.Search;

/// <summary>
/// How likely the best entry is the answer: a logistic regression over the evidence, fitted on questions with known
/// answers and on questions the guide does not answer (other programmes, salaries, weather).
/// </summary>
internal static class Confidence
{
    /// <summary>From here on the first hit is given as the answer.</summary>
    public const float Answer = 0.6f;

    /// <summary>From here on it is worth asking which of the first was meant.</summary>
    public const float DidYouMean = 0.1f;

    /// <summary>The likelihood, 0 to 1.</summary>
    public static float Of(Evidence evidence)
    {
        var odds = 0.573f
            + (3.361f * Math.Min(evidence.Score, 0.6f))
            - (1.521f * evidence.Rival)
            + (0.354f * evidence.Coverage)
            - (5.662f * evidence.Precision)
            + (3.574f * evidence.Coverage * evidence.Precision)
            + (3.991f * evidence.Known)
            - (3.105f * Math.Min(evidence.Misfits, 2))
            - (13.85f * evidence.Unknown)
            - (4.223f * evidence.Strange)
            - (2.045f / (1 + evidence.Weight))
            - (11.78f * Math.Max(0, evidence.Rival - 0.8f));
        return 1 / (1 + MathF.Exp(-odds));
    }
}
