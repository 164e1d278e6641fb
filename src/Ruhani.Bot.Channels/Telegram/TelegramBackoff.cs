namespace Ruhani.Bot.Channels.Telegram;

/// <summary>How long to wait before asking Telegram again after faults in a row.</summary>
/// <param name="First">After the first fault.</param>
/// <param name="Max">However many there were.</param>
internal sealed record TelegramBackoff(TimeSpan First, TimeSpan Max)
{
    /// <summary>Doubling from half a second to half a minute.</summary>
    public static TelegramBackoff Default { get; } = new(TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(30));

    /// <summary>
    /// The wait after the <paramref name="faults"/>-th fault, spread by a quarter so that hosts don't march in step.
    /// </summary>
    public TimeSpan After(int faults)
    {
        var doubled = First * Math.Pow(2, Math.Clamp(faults - 1, 0, 16));
        return (doubled < Max ? doubled : Max) * (0.75 + (Random.Shared.NextDouble() / 4));
    }
}
