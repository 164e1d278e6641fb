using Ruhani.Bot.Office;

namespace Ruhani.Bot.Logo.Reporting;

/// <summary>
/// Requests of a period in numbers: what became of them, by ground; why they were refused; how long the office took.
/// </summary>
public sealed class RequestFigures(WorkingCalendar calendar)
{
    private readonly Dictionary<(string Ground, RequestFate Fate), int> _counts = [];
    private readonly Dictionary<RefusalReason, int> _refusals = [];
    private readonly Dictionary<int, int> _regions = [];
    private readonly List<TimeSpan> _times = [];

    /// <summary>All of them.</summary>
    public int Total { get; private set; }

    /// <summary>How many of each region, those with most first.</summary>
    public IReadOnlyList<(int Region, int Count)> Regions =>
        [.. _regions.OrderByDescending(one => one.Value).ThenBy(one => one.Key).Select(one => (one.Key, one.Value))];

    /// <summary>Why people refused, and the rule, the commonest first.</summary>
    public IReadOnlyList<(RefusalReason Why, int Count)> Refusals =>
        [.. _refusals.OrderByDescending(one => one.Value).ThenBy(one => one.Key).Select(one => (one.Key, one.Value))];

    /// <summary>
    /// The office's working time until its first decision, a half of the requests quicker; null without one.
    /// </summary>
    public TimeSpan? Median => _times.Count == 0
        ? null
        : _times.Order().Skip((_times.Count - 1) / 2).Take(2 - (_times.Count % 2))
            .Aggregate(TimeSpan.Zero, (sum, time) => sum + time) / (2 - (_times.Count % 2));

    /// <summary>The longest of these times; null without one.</summary>
    public TimeSpan? Longest => _times.Count == 0 ? null : _times.Max();

    /// <summary>How many met a fate.</summary>
    public int Count(RequestFate fate) => _counts.Where(one => one.Key.Fate == fate).Sum(one => one.Value);

    /// <summary>How many of a ground met one of some fates; of none named, all of the ground.</summary>
    public int Count(string ground, params ReadOnlySpan<RequestFate> fates)
    {
        var sum = 0;
        foreach (var ((one, fate), count) in _counts)
        {
            sum += one == ground && (fates.IsEmpty || fates.Contains(fate)) ? count : 0;
        }

        return sum;
    }

    /// <summary>Takes a request in.</summary>
    public void Add(LogoRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Total++;
        Increase(_counts, (request.Facts.Ground.Kind, FateOf(request.State)));
        Increase(_regions, request.Region);
        if (FateOf(request.State) is RequestFate.Refused or RequestFate.AutoRefused
            && request.Audit.LastOrDefault(entry => entry.Refusal is not null)?.Refusal is { } why)
        {
            Increase(_refusals, why);
        }

        if (OfficeTime(request) is { } time)
        {
            _times.Add(time);
        }
    }

    /// <summary>What became of a request in a state.</summary>
    public static RequestFate FateOf(LogoState state) => state switch
    {
        LogoState.Approved or LogoState.Amended or LogoState.Expired => RequestFate.Approved,
        LogoState.Revoked => RequestFate.Revoked,
        LogoState.Refused => RequestFate.Refused,
        LogoState.AutoRefused or LogoState.Closed => RequestFate.AutoRefused,
        LogoState.Withdrawn => RequestFate.Withdrawn,
        LogoState.Returned => RequestFate.Returned,
        _ => RequestFate.Waiting,
    };

    // Only what it waited for the office: not the requester's corrections, nor nights and holidays.
    private TimeSpan? OfficeTime(LogoRequest request)
    {
        var waited = TimeSpan.Zero;
        for (var i = 1; i < request.Audit.Count; i++)
        {
            var (before, entry) = (request.Audit[i - 1], request.Audit[i]);
            if (LogoStates.Pending.Contains(before.To))
            {
                waited += calendar.WorkingTimeBetween(before.At, entry.At);
            }

            if (entry.To is LogoState.Approved or LogoState.Refused)
            {
                return waited;
            }
        }

        return null;
    }

    private static void Increase<T>(Dictionary<T, int> counts, T key)
        where T : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;
}
