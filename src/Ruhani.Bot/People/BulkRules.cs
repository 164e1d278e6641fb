using Ruhani.Bot.Office;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.People;

/// <summary>
/// When a message to many may reach a person. The person's own wishes come first; then what is polite to everyone: no
/// news on the evening of a Friday and on holidays.
/// </summary>
public static class BulkRules
{
    /// <summary>When digests are sent.</summary>
    public static readonly TimeOnly DigestTime = new(10, 0);

    // Every pass moves the moment on by an hour or more; a month of holidays would still come to an end.
    private const int MostPasses = 100;
    private static readonly BulkAnswer.Now Now = new();

    /// <summary>Decides.</summary>
    /// <param name="person">The person as stored; null when nothing is known of them.</param>
    /// <param name="isSuppressed">True when the address is on the list of those who said stop.</param>
    /// <param name="message">The message.</param>
    /// <param name="at">The moment it would be sent.</param>
    /// <param name="calendar">The days of the office.</param>
    public static BulkAnswer Decide(
        Person? person, bool isSuppressed, BulkMessage message, DateTimeOffset at, WorkingCalendar calendar)
    {
        if (Refusal(person, isSuppressed, message) is { } refusal)
        {
            return new BulkAnswer.Never(refusal);
        }

        var (moment, first) = (at, (BulkWait?)null);
        for (var pass = 0; pass < MostPasses; pass++)
        {
            if (Hold(person!.Subscription!, message, moment, calendar) is not var (until, why))
            {
                break;
            }

            (moment, first) = (until, first ?? why);
        }

        return first is { } wait ? new BulkAnswer.Later(moment, wait) : Now;
    }

    private static BulkRefusal? Refusal(Person? person, bool isSuppressed, BulkMessage message) =>
        person?.Subscription is { StoppedAt: not null } || isSuppressed ? BulkRefusal.Stopped
        : person?.Subscription is not { OptedInAt: > 0 } subscription ? BulkRefusal.NotSubscribed
        : person.UnreachableSince is not null ? BulkRefusal.Unreachable
        : !subscription.Wants(message.Topics) ? BulkRefusal.OtherTopic
        : !subscription.Concerns(message.Region) ? BulkRefusal.OtherRegion
        : null;

    private static (DateTimeOffset Until, BulkWait Why)? Hold(
        Subscription subscription, BulkMessage message, DateTimeOffset moment, WorkingCalendar calendar)
    {
        var day = KazakhstanTime.DayOf(moment);
        if (subscription.PausedUntil is { } resumes && day < resumes)
        {
            return (KazakhstanTime.At(resumes, TimeOnly.MinValue), BulkWait.Pause);
        }

        if (message.IsUrgent)
        {
            return null;
        }

        var digest = DigestAfter(subscription.Frequency, message.ReadyAt);
        if (moment < digest)
        {
            return (digest, BulkWait.Digest);
        }

        if (subscription.Quiet?.After(moment) is { } awake && awake > moment)
        {
            return (awake, BulkWait.QuietHours);
        }

        var morning = KazakhstanTime.At(day.AddDays(1), subscription.Quiet?.To ?? QuietHours.Usual.To);
        if (calendar.IsHoliday(day))
        {
            return (morning, BulkWait.Holiday);
        }

        var isEvening = KazakhstanTime.Of(moment).TimeOfDay >= calendar.Hours[^1].To.ToTimeSpan();
        return day.DayOfWeek == DayOfWeek.Friday && isEvening ? (morning, BulkWait.FridayEvening) : null;
    }

    // The first digest that a message which is ready since then can be part of.
    private static DateTimeOffset DigestAfter(Frequency frequency, DateTimeOffset ready)
    {
        if (frequency == Frequency.AtOnce)
        {
            return ready;
        }

        var day = KazakhstanTime.DayOf(ready);
        var digest = KazakhstanTime.At(day, DigestTime);
        while (digest < ready || (frequency == Frequency.Weekly && day.DayOfWeek != DayOfWeek.Monday))
        {
            day = day.AddDays(1);
            digest = KazakhstanTime.At(day, DigestTime);
        }

        return digest;
    }
}
