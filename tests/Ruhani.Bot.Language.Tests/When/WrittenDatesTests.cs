using Ruhani.Bot.Linguistics.When;

namespace Ruhani.Bot.Language.Tests.When;

public sealed class WrittenDatesTests
{
    private static readonly DateOnly First = new(2027, 1, 1);
    private static readonly DateOnly Last = new(2028, 12, 31);

    [Fact]
    public void Every_day_of_two_years_is_read_in_digits() => AllAreRead(WrittenDates.InDigits);

    [Fact]
    public void Every_day_of_two_years_is_read_in_Kazakh_however_it_is_typed() =>
        AllAreRead(date => WrittenDates.InKazakh(date).SelectMany(WrittenDates.Typed));

    [Fact]
    public void Every_day_of_two_years_is_read_in_Russian_however_it_is_typed() =>
        AllAreRead(date => WrittenDates.InRussian(date).SelectMany(WrittenDates.Typed));

    // Each is said some days before, so that both this year's days and the next one's occur.
    private static void AllAreRead(Func<DateOnly, IEnumerable<string>> write)
    {
        var failures = new List<string>();
        for (var date = First; date <= Last; date = date.AddDays(1))
        {
            var today = date.AddDays(-(date.DayNumber * 37 % 360));
            failures.AddRange(
                from text in write(date)
                let reading = DateReader.Read(text, today)
                where reading != new DateReading.Found(date)
                select $"{text} ({today:yyyy-MM-dd}): {reading}");
        }

        Assert.True(failures.Count == 0, $"{failures.Count}: {string.Join('\n', failures.Take(40))}");
    }
}
