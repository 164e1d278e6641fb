using Ruhani.Bot.Texts;

namespace Ruhani.Bot.People;

/// <summary>The hours a person wants no news in, by Kazakhstan's clock; they may cross midnight.</summary>
/// <param name="From">When they begin.</param>
/// <param name="To">When they end; equal to the beginning for none at all.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>From nine in the evening to nine in the morning: what holds until a person says otherwise.</summary>
    public static QuietHours Usual { get; } = new(new TimeOnly(21, 0), new TimeOnly(9, 0));

    /// <summary>True at a quiet time of day.</summary>
    public bool Contains(TimeOnly time) => From < To
        ? time >= From && time < To
        : From != To && (time >= From || time < To);

    /// <summary>The moment itself when it is not quiet, else the end of the quiet hours it lies in.</summary>
    public DateTimeOffset After(DateTimeOffset moment)
    {
        var local = KazakhstanTime.Of(moment);
        var time = TimeOnly.FromDateTime(local.DateTime);
        if (!Contains(time))
        {
            return moment;
        }

        var day = DateOnly.FromDateTime(local.DateTime);
        return KazakhstanTime.At(time < To ? day : day.AddDays(1), To);
    }
}
