using Ruhani.Bot.Office;
using Ruhani.Bot.Testing.Turns;

namespace Ruhani.Bot.Tests.Office;

public sealed class CalendarReminderTests
{
    [Fact]
    public async Task A_year_nobody_checked_is_told_every_day()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var bot = new TestBot();
        bot.Time.SetUtcNow(new DateTimeOffset(2099, 5, 25, 9, 0, 0, TimeSpan.Zero));
        using var reminder = new CalendarReminder(bot.Content, bot.Time, bot.Log.For<CalendarReminder>());

        await reminder.StartAsync(cancellation);
        await bot.Log.WaitForAsync("calendar of 2099", cancellation);
        bot.Time.Advance(TimeSpan.FromDays(220));
        await bot.Log.WaitForAsync("calendar of 2100", cancellation);
        await reminder.StopAsync(cancellation);
    }
}
