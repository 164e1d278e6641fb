namespace Ruhani.Bot.Documents;

/// <summary>What was seen in a picture. A closed set.</summary>
public abstract record QrReading
{
    private QrReading()
    {
    }

    /// <summary>The texts of the codes in it; at least one.</summary>
    public sealed record Found(IReadOnlyList<string> Texts) : QrReading;

    /// <summary>No code that can be read.</summary>
    public sealed record Nothing : QrReading;

    /// <summary>No picture of a kind that can be opened.</summary>
    public sealed record NotAPicture : QrReading;

    /// <summary>Too many bytes, or too many pixels.</summary>
    public sealed record TooLarge : QrReading;
}
