namespace Ruhani.Bot.People;

/// <summary>A message to many, as far as it decides who gets it and when.</summary>
/// <param name="Topics">What it is about, by <see cref="People.Topics"/>; whoever chose one of them wants it.</param>
/// <param name="Region">The region it concerns, by its two digits; 0 for the whole country.</param>
/// <param name="ReadyAt">Since when it may be sent: digests are counted from here.</param>
/// <param name="IsUrgent">
/// True for what can't wait for a digest or a morning (two people have said so). A pause and a stop hold it all the
/// same.
/// </param>
public sealed record BulkMessage(
    IReadOnlyList<string> Topics, int Region, DateTimeOffset ReadyAt, bool IsUrgent = false);
