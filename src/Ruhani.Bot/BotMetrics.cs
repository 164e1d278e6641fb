using System.Diagnostics.Metrics;

namespace Ruhani.Bot;

/// <summary>What the bot counts; exported by the host at <c>/metrics</c>.</summary>
public static class BotMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Ruhani.Bot";

    private static readonly Meter Meter = new(MeterName);

    /// <summary>Turns committed, by channel.</summary>
    public static Counter<long> Turns { get; } = Meter.CreateCounter<long>("ruhani_turns");

    /// <summary>Redelivered activities that were dropped.</summary>
    public static Counter<long> Duplicates { get; } = Meter.CreateCounter<long>("ruhani_duplicates");

    /// <summary>Turns that ended in an apology.</summary>
    public static Counter<long> FailedTurns { get; } = Meter.CreateCounter<long>("ruhani_failed_turns");

    /// <summary>Attempts to deliver, by channel and outcome.</summary>
    public static Counter<long> Deliveries { get; } = Meter.CreateCounter<long>("ruhani_deliveries");

    /// <summary>Questions, by band.</summary>
    public static Counter<long> Questions { get; } = Meter.CreateCounter<long>("ruhani_questions");
}
