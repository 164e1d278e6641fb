namespace Ruhani.Bot.Linguistics.When;

/// <summary>What an answer says of a period.</summary>
public abstract record PeriodReading
{
    private PeriodReading()
    {
    }

    /// <summary>One period, both days included; of a single day they are the same.</summary>
    public sealed record Found(DateOnly From, DateOnly To) : PeriodReading;

    /// <summary>One of several periods.</summary>
    /// <param name="Periods">Two or more, in the order to offer them.</param>
    public sealed record Ambiguous(IReadOnlyList<(DateOnly From, DateOnly To)> Periods) : PeriodReading;

    /// <summary>The beginning only: с 1 июня, 1 маусымнан бастап.</summary>
    public sealed record MissingEnd(DateOnly From) : PeriodReading;

    /// <summary>The end only: до 10 июня, 10 маусымға дейін.</summary>
    public sealed record MissingBeginning(DateOnly To) : PeriodReading;

    /// <summary>It ends before it begins.</summary>
    public sealed record Backwards : PeriodReading;

    /// <summary>One of its days is in no calendar.</summary>
    public sealed record Invalid(DateReading.Invalid Why) : PeriodReading;

    /// <summary>No period and no day is named, or more than one.</summary>
    public sealed record NotAPeriod : PeriodReading;
}
