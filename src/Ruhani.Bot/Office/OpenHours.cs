namespace Ruhani.Bot.Office;

/// <summary>A stretch of a working day.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="To">The moment after its last.</param>
public sealed record OpenHours(TimeOnly From, TimeOnly To);
