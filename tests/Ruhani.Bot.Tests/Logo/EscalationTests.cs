using System.Globalization;
using Ruhani.Bot.Logo;
using Ruhani.Bot.Office;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Tests.Logo;

/// <summary>May 2027: Monday 24 and Tuesday 25 are working days, 22 and 23 a weekend; 31 May is free here.</summary>
public sealed class EscalationTests
{
    private static readonly WorkingCalendar Calendar = new(
        [
            new OpenHours(new TimeOnly(9, 0), new TimeOnly(13, 0)),
            new OpenHours(new TimeOnly(14, 0), new TimeOnly(18, 0)),
        ],
        [new WorkingYear(
            2027, true, new HashSet<DateOnly> { new(2027, 5, 31) }, new HashSet<DateOnly>(), new HashSet<DateOnly>())]);

    [Theory]
    // The event is weeks away: one, two and three working days, over a weekend, over a free Monday.
    [InlineData("2027-05-17 10:30", "2027-06-25", "2027-05-18 10:30", "2027-05-19 10:30", "2027-05-20 10:30", false)]
    [InlineData("2027-05-20 16:00", "2027-06-25", "2027-05-21 16:00", "2027-05-24 16:00", "2027-05-25 16:00", false)]
    [InlineData("2027-05-28 11:00", "2027-06-25", "2027-06-01 11:00", "2027-06-02 11:00", "2027-06-03 11:00", false)]
    // What comes on a Saturday or at night begins at the next opening.
    [InlineData("2027-05-22 12:00", "2027-06-25", "2027-05-25 09:00", "2027-05-26 09:00", "2027-05-27 09:00", false)]
    [InlineData("2027-05-17 23:10", "2027-06-25", "2027-05-19 09:00", "2027-05-20 09:00", "2027-05-21 09:00", false)]
    // Two working days left: a quarter, a half and three quarters of their sixteen hours.
    [InlineData("2027-05-24 09:00", "2027-05-26", "2027-05-24 13:00", "2027-05-24 18:00", "2027-05-25 13:00", true)]
    // The day before, at noon: six hours of work are left.
    [InlineData("2027-05-25 11:00", "2027-05-26", "2027-05-25 12:30", "2027-05-25 15:00", "2027-05-25 16:30", true)]
    // Today, or already past: at once, or as soon as somebody is there.
    [InlineData("2027-05-25 11:00", "2027-05-25", "2027-05-25 11:00", "2027-05-25 11:00", "2027-05-25 11:00", true)]
    [InlineData("2027-05-25 20:00", "2027-05-20", "2027-05-26 09:00", "2027-05-26 09:00", "2027-05-26 09:00", true)]
    // Five working days before it is urgent, six are not.
    [InlineData("2027-05-17 09:00", "2027-05-24", "2027-05-18 09:00", "2027-05-19 09:00", "2027-05-20 09:00", true)]
    [InlineData("2027-05-14 09:00", "2027-05-24", "2027-05-17 09:00", "2027-05-18 09:00", "2027-05-19 09:00", false)]
    public void Terms_are_working_days_and_the_event_shortens_them(
        string submitted, string begins, string remind, string deputy, string head, bool isUrgent)
    {
        var escalation = Escalation.Of(
            Moment(submitted), DateOnly.Parse(begins, CultureInfo.InvariantCulture), Calendar, new LogoOptions());
        Assert.Equal(new Escalation(Moment(remind), Moment(deputy), Moment(head), isUrgent), escalation);
    }

    [Fact]
    public void Settings_move_the_steps()
    {
        var options = new LogoOptions { RemindAfterDays = 0, DeputyAfterDays = 1, HeadAfterDays = 5, UrgentDays = 0 };
        Assert.Equal(
            new Escalation(
                Moment("2027-05-17 10:00"), Moment("2027-05-18 10:00"), Moment("2027-05-24 10:00"), IsUrgent: false),
            Escalation.Of(Moment("2027-05-17 10:00"), new DateOnly(2027, 6, 25), Calendar, options));
    }

    [Theory]
    [InlineData("2027-05-18 10:29", EscalationStep.None)]
    [InlineData("2027-05-18 10:30", EscalationStep.Remind)]
    [InlineData("2027-05-19 10:30", EscalationStep.Deputy)]
    [InlineData("2027-06-19 10:30", EscalationStep.Head)]
    public void The_step_of_a_moment_is_the_last_that_is_due(string now, EscalationStep step) => Assert.Equal(
        step,
        Escalation.Of(Moment("2027-05-17 10:30"), new DateOnly(2027, 6, 25), Calendar, new LogoOptions())
            .StepAt(Moment(now)));

    [Fact]
    public void The_steps_never_go_backwards()
    {
        var random = new Random(8);
        for (var i = 0; i < 2000; i++)
        {
            var submitted = Moment("2027-01-05 00:00").AddMinutes(random.Next(0, 300 * 24 * 60));
            var begins = KazakhstanTime.DayOf(submitted).AddDays(random.Next(-3, 40));
            var plan = Escalation.Of(submitted, begins, Calendar, new LogoOptions());
            Assert.True(submitted <= plan.RemindAt && plan.RemindAt <= plan.DeputyAt && plan.DeputyAt <= plan.HeadAt);
        }
    }

    [Theory]
    [InlineData(2, 1, 3, "Logo:DeputyAfterDays")]
    [InlineData(1, 4, 3, "Logo:HeadAfterDays")]
    public void Steps_in_the_wrong_order_are_told_at_the_start(int remind, int deputy, int head, string key)
    {
        var result = new LogoOptionsValidator().Validate(
            null, new LogoOptions { RemindAfterDays = remind, DeputyAfterDays = deputy, HeadAfterDays = head });
        Assert.Contains(key, Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    private static DateTimeOffset Moment(string text) => new(
        DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), KazakhstanTime.Offset);
}
