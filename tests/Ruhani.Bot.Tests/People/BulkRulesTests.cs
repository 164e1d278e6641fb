using Ruhani.Bot.Office;
using Ruhani.Bot.People;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Tests.People;

/// <summary>May this person get this message now, and if not, when. 2027-02-01 is a Monday.</summary>
public sealed class BulkRulesTests
{
    private const string Topic = "project.auyl";

    private static readonly WorkingCalendar Calendar = new(
        [
            new OpenHours(new TimeOnly(9, 0), new TimeOnly(13, 0)),
            new OpenHours(new TimeOnly(14, 30), new TimeOnly(18, 30)),
        ],
        [
            new WorkingYear(
                2027, true, new HashSet<DateOnly> { new(2027, 3, 8), new(2027, 3, 22), new(2027, 3, 23) },
                new HashSet<DateOnly>(), new HashSet<DateOnly>()),
        ]);

    private static readonly Person Subscribed = new()
    {
        Subscription = new Subscription { OptedInAt = 1, Quiet = QuietHours.Usual },
    };

    public static TheoryData<string, string, string> Moments => new()
    {
        { "Tuesday noon", "2027-02-02 12:00", "now" },
        { "the last quiet minute", "2027-02-02 08:59", "QuietHours 2027-02-02 09:00" },
        { "the end of the quiet hours", "2027-02-02 09:00", "now" },
        { "late evening", "2027-02-02 21:00", "QuietHours 2027-02-03 09:00" },
        { "after midnight", "2027-02-03 00:30", "QuietHours 2027-02-03 09:00" },
        { "Friday at work", "2027-02-05 18:29", "now" },
        { "Friday evening", "2027-02-05 18:30", "FridayEvening 2027-02-06 09:00" },
        { "Saturday", "2027-02-06 12:00", "now" },
        { "a holiday", "2027-03-08 12:00", "Holiday 2027-03-09 09:00" },
        { "two holidays after a night", "2027-03-21 23:00", "QuietHours 2027-03-24 09:00" },
    };

    [Theory]
    [MemberData(nameof(Moments))]
    public void Nights_Friday_evenings_and_holidays_wait(string what, string at, string expected)
    {
        Assert.True(what.Length > 0);
        Assert.Equal(expected, Said(Ask(Subscribed, at)));
    }

    [Theory]
    [InlineData("2027-02-02 23:00")]
    [InlineData("2027-02-05 20:00")]
    [InlineData("2027-03-08 12:00")]
    public void What_is_urgent_waits_for_no_morning(string at) =>
        Assert.Equal("now", Said(Ask(Subscribed, at, isUrgent: true)));

    [Fact]
    public void Own_quiet_hours_take_the_place_of_the_usual_ones()
    {
        var early = With(one => one with { Quiet = new QuietHours(new TimeOnly(12, 0), new TimeOnly(15, 0)) });
        Assert.Equal("QuietHours 2027-02-02 15:00", Said(Ask(early, "2027-02-02 12:00")));
        Assert.Equal("now", Said(Ask(early, "2027-02-02 23:00")));

        var never = With(one => one with { Quiet = null });
        Assert.Equal("now", Said(Ask(never, "2027-02-03 03:00")));
    }

    [Theory]
    [InlineData(Frequency.Daily, "2027-02-02 09:59", "2027-02-02 09:59", "Digest 2027-02-02 10:00")]
    [InlineData(Frequency.Daily, "2027-02-02 10:01", "2027-02-02 12:00", "Digest 2027-02-03 10:00")]
    [InlineData(Frequency.Daily, "2027-02-02 10:01", "2027-02-03 10:05", "now")]
    [InlineData(Frequency.Weekly, "2027-02-02 10:00", "2027-02-05 12:00", "Digest 2027-02-08 10:00")]
    [InlineData(Frequency.Weekly, "2027-03-02 10:00", "2027-03-03 12:00", "Digest 2027-03-09 09:00")]
    public void A_digest_takes_what_is_ready_by_then(Frequency frequency, string ready, string at, string expected) =>
        Assert.Equal(expected, Said(Ask(With(one => one with { Frequency = frequency }), at, ready)));

    [Fact]
    public void A_digest_never_falls_into_quiet_hours()
    {
        var sleeper = With(one => one with
        {
            Frequency = Frequency.Daily,
            Quiet = new QuietHours(new TimeOnly(22, 0), new TimeOnly(11, 0)),
        });
        Assert.Equal("Digest 2027-02-03 11:00", Said(Ask(sleeper, "2027-02-02 12:00")));
    }

    [Fact]
    public void A_pause_holds_everything_until_its_day_what_is_urgent_too()
    {
        var paused = With(one => one with { PausedUntil = new DateOnly(2027, 2, 10) });
        Assert.Equal("Pause 2027-02-10 09:00", Said(Ask(paused, "2027-02-02 12:00")));
        Assert.Equal("Pause 2027-02-10 00:00", Said(Ask(paused, "2027-02-02 12:00", isUrgent: true)));
        Assert.Equal("now", Said(Ask(paused, "2027-02-10 12:00")));
    }

    [Fact]
    public void Whoever_did_not_ask_for_it_gets_nothing()
    {
        const string Noon = "2027-02-02 12:00";
        Assert.Equal("NotSubscribed", Said(Ask(null, Noon)));
        Assert.Equal("NotSubscribed", Said(Ask(new Person(), Noon)));
        Assert.Equal("Stopped", Said(Ask(With(one => one with { StoppedAt = 5 }), Noon, isUrgent: true)));
        Assert.Equal("Stopped", Said(Ask(Subscribed, Noon, isSuppressed: true)));
        Assert.Equal("Stopped", Said(Ask(null, Noon, isSuppressed: true)));
        Assert.Equal("Unreachable", Said(Ask(Subscribed with { UnreachableSince = 5 }, Noon)));
        Assert.Equal("OtherTopic", Said(Ask(With(one => one with { Topics = ["direction.identity"] }), Noon)));
        Assert.Equal("now", Said(Ask(With(one => one with { Topics = [Topic] }), Noon)));
        Assert.Equal("OtherRegion", Said(Ask(With(one => one with { Region = 10 }), Noon, region: 17)));
        Assert.Equal("now", Said(Ask(With(one => one with { Region = 17 }), Noon, region: 17)));
        Assert.Equal("now", Said(Ask(With(one => one with { Region = 17 }), Noon, region: 0)));
        Assert.Equal("now", Said(Ask(Subscribed, Noon, region: 17)));
    }

    [Fact]
    public void Asked_again_at_the_moment_told_it_may_go()
    {
        var random = new Random(20270201);
        for (var i = 0; i < 500; i++)
        {
            var person = With(one => one with
            {
                Frequency = (Frequency)random.Next(3),
                Quiet = random.Next(4) == 0
                    ? null
                    : new QuietHours(new TimeOnly(random.Next(24), 0), new TimeOnly(random.Next(24), 30)),
                PausedUntil = random.Next(3) == 0 ? new DateOnly(2027, 3, 1 + random.Next(30)) : null,
            });
            var ready = KazakhstanTime.At(new DateOnly(2027, 3, 1), TimeOnly.MinValue).AddMinutes(random.Next(40_000));
            var message = new BulkMessage([Topic], 0, ready, random.Next(5) == 0);
            var answer = BulkRules.Decide(person, false, message, ready, Calendar);
            var at = answer is BulkAnswer.Later later ? later.At : ready;
            Assert.True(at >= ready);
            Assert.IsType<BulkAnswer.Now>(BulkRules.Decide(person, false, message, at, Calendar));
        }
    }

    private static Person With(Func<Subscription, Subscription> change) =>
        Subscribed with { Subscription = change(Subscribed.Subscription!) };

    private static BulkAnswer Ask(
        Person? person,
        string at,
        string? ready = null,
        bool isUrgent = false,
        bool isSuppressed = false,
        int region = 0) =>
        BulkRules.Decide(
            person,
            isSuppressed,
            new BulkMessage([Topic], region, Moment(ready ?? at), isUrgent),
            Moment(at),
            Calendar);

    private static DateTimeOffset Moment(string text) => new(
        DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        KazakhstanTime.Offset);

    private static string Said(BulkAnswer answer) => answer switch
    {
        BulkAnswer.Later later => $"{later.Why} {KazakhstanTime.Of(later.At):yyyy-MM-dd HH:mm}",
        BulkAnswer.Never never => never.Why.ToString(),
        _ => "now",
    };
}
