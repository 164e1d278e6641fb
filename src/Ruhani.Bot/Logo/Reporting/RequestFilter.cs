using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Logo.Reporting;

/// <summary>Which requests an export is about; what is null or empty is no bound.</summary>
/// <param name="From">Submitted on this day of Kazakhstan or later.</param>
/// <param name="To">Submitted on this day or earlier.</param>
/// <param name="States">Standing in one of these states.</param>
/// <param name="Region">The region's code.</param>
public sealed record RequestFilter(
    DateOnly? From = null, DateOnly? To = null, IReadOnlyList<LogoState>? States = null, int? Region = null)
{
    /// <summary>True for a request it is about; drafts never are.</summary>
    public bool Takes(LogoRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.SubmittedAt is not { } submitted)
        {
            return false;
        }

        var day = KazakhstanTime.DayOf(submitted);
        return (From is not { } from || day >= from)
            && (To is not { } to || day <= to)
            && (States is not { Count: > 0 } states || states.Contains(request.State))
            && (Region is not { } region || request.Region == region);
    }
}
