namespace Ruhani.Bot.Knowledge.Search;

/// <summary>
/// How likely the best entry is the answer: a logistic regression over the evidence. <c>quality --fit</c> fits it on
/// questions with known answers, on authored ones held out one at a time, and on what the guide does not answer (other
/// programmes, salaries, weather).
/// </summary>
internal static class Confidence
{
    /// <summary>From here on the first hit is given as the answer.</summary>
    public const float Answer = 0.57f;

    /// <summary>From here on it is worth asking which of the first was meant.</summary>
    public const float DidYouMean = 0.12f;

    /// <summary>How many features there are.</summary>
    public const int Count = 16;

    // In the order of the features.
    private static readonly float[] Weights =
    [
        3.102f, 1.634f, -3.992f, -1.386f, -2.510f, 3.305f, 2.619f, -3.585f, -10.317f, -4.295f, -9.148f, -3.135f,
        -2.577f, -0.692f, -0.201f, -4.478f,
    ];

    /// <summary>The likelihood, 0 to 1.</summary>
    public static float Of(Evidence evidence)
    {
        Span<float> features = stackalloc float[Count];
        Fill(evidence, features);
        float odds = 0;
        for (var i = 0; i < Count; i++)
        {
            odds += Weights[i] * features[i];
        }

        return 1 / (1 + MathF.Exp(-odds));
    }

    /// <summary>Fills what the likelihood is worked out from; the first is always 1.</summary>
    public static void Fill(Evidence evidence, Span<float> features)
    {
        ReadOnlySpan<float> values =
        [
            1,
            Math.Min(evidence.Score, 0.6f),
            evidence.Rival,
            evidence.Coverage,
            evidence.Precision,
            evidence.Coverage * evidence.Precision,
            evidence.Known,
            Math.Min(evidence.Misfits, 2),
            evidence.Unknown,
            evidence.Strange,
            1 / (1 + evidence.Weight),
            Math.Max(0, evidence.Rival - 0.8f),
            Math.Min(evidence.Outside, 1.5f),
            Math.Clamp(evidence.Outside - 0.7f, 0, 2.3f),
            Math.Clamp(evidence.OutsideOdds, -4, 4),
            Math.Min(evidence.Score, 1.2f) * Math.Min(evidence.Outside, 3),
        ];
        values.CopyTo(features);
    }
}
