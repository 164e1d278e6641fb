namespace Ruhani.Bot.People;

/// <summary>
/// That somebody said stop, kept under a keyed hash of the address: nobody can read the address from it, and yet an
/// address that is brought in again is recognised. Never removed.
/// </summary>
/// <param name="StoppedAt">When they last said stop, Unix milliseconds.</param>
/// <param name="LiftedAt">When they themselves subscribed again after that, Unix milliseconds; null when not.</param>
public sealed record Suppression(long StoppedAt, long? LiftedAt = null);
