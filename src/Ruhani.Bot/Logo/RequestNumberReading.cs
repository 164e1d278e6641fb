namespace Ruhani.Bot.Logo;

/// <summary>What was found in a text.</summary>
/// <param name="Number">The number; null when there is none.</param>
/// <param name="IsMistyped">
/// True when something stands there that was meant for a number but can't be one: a digit is wrong or missing.
/// </param>
public readonly record struct RequestNumberReading(RequestNumber? Number, bool IsMistyped);
