namespace Ruhani.Bot.Linguistics.Answers;

/// <summary>What an answer says of a number.</summary>
public abstract record NumberReading
{
    private NumberReading()
    {
    }

    /// <summary>One whole number.</summary>
    public sealed record Found(long Value) : NumberReading;

    /// <summary>No number to keep.</summary>
    public sealed record Refused(NumberFault Fault) : NumberReading;
}

/// <summary>Why there is no number.</summary>
public enum NumberFault
{
    /// <summary>None was named.</summary>
    NoNumber,

    /// <summary>It has a fraction: 2,5; жарым.</summary>
    NotWhole,

    /// <summary>More than one, or a span: 5–10.</summary>
    Several,

    /// <summary>A thousand thousand millions and more.</summary>
    TooLarge,
}
