namespace Ruhani.Bot.Knowledge.Search;

/// <summary>
/// How likely the best entry is the answer: a logistic regression over the evidence, fitted on questions with known
/// answers and on questions the guide does not answer (other programmes, salaries, weather).
/// </summary>
internal static class Confidence
{
    /// <summary>From here on the first hit is given as the answer.</summary>
    public const float Answer = 0.55f;

    /// <summary>From here on it is worth asking which of the first was meant.</summary>
    public const float DidYouMean = 0.1f;

    /// <summary>The likelihood, 0 to 1.</summary>
    public static float Of(Evidence evidence)
    {
        var odds = 2.415f
            + (5.075f * Math.Min(evidence.Score, 0.6f))
            - (2.848f * evidence.Rival)
            - (1.596f * evidence.Coverage)
            - (6.755f * evidence.Precision)
            + (5.418f * evidence.Coverage * evidence.Precision)
            + (3.329f * evidence.Known)
            - (4.189f * Math.Min(evidence.Misfits, 2))
            - (15.802f * evidence.Unknown)
            - (4.518f * evidence.Strange)
            - (3.522f / (1 + evidence.Weight))
            - (6.225f * Math.Max(0, evidence.Rival - 0.8f));
        return 1 / (1 + MathF.Exp(-odds));
    }
}
