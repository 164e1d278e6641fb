using System.Globalization;

namespace Ruhani.Bot.Logo.Reviewing;

/// <summary>What of the queue is shown, as a button carries it: <c>all.0</c>, <c>g-plan.1</c>, <c>r-01.0</c>.</summary>
/// <param name="Code">
/// <c>all</c>, <c>mine</c>, <c>soon</c>, <c>long</c>, <c>g-</c> and a ground, <c>r-</c> and a region.
/// </param>
/// <param name="Page">The page, from 0.</param>
public readonly record struct QueueFilter(string Code, int Page)
{
    /// <summary>Everything, from the beginning.</summary>
    public static QueueFilter All { get; } = new("all", 0);

    /// <summary>Those that are named by a text of their own.</summary>
    public static IReadOnlyList<string> Plain { get; } = ["all", "mine", "soon", "long"];

    private const string GroundPrefix = "g-";
    private const string RegionPrefix = "r-";

    /// <summary>The filter for a ground.</summary>
    public static string OfGround(string kind) => GroundPrefix + kind;

    /// <summary>The filter for a region.</summary>
    public static string OfRegion(int region) =>
        string.Create(CultureInfo.InvariantCulture, $"{RegionPrefix}{region:D2}");

    /// <summary>The region it is for; null when it is none for a region.</summary>
    public int? Region => Code.StartsWith(RegionPrefix, StringComparison.Ordinal)
        && int.TryParse(Code.AsSpan(RegionPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? code
            : null;

    /// <summary>The ground it is for; null when it is none for a ground.</summary>
    public string? Ground => Code.StartsWith(GroundPrefix, StringComparison.Ordinal)
        ? Code[GroundPrefix.Length..]
        : null;

    /// <summary>Reads one; everything when there is none.</summary>
    public static QueueFilter Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && int.TryParse(
            text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? new QueueFilter(text[..dot], page)
            : All;
    }

    /// <summary>True for what it shows.</summary>
    public bool Takes(QueuedRequest one, string me)
    {
        ArgumentNullException.ThrowIfNull(one);
        return Code switch
        {
            "mine" => one.Request.Reviewer == me,
            "soon" => one.IsUrgent,
            "long" => one.IsLate,
            _ when Ground is { } ground => one.Request.Facts.Ground.Kind == ground,
            _ when Region is { } region => one.Request.Region == region,
            _ => true,
        };
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code}.{Page}");
}
