namespace Ruhani.Bot.Linguistics.When;

/// <summary>
/// Reads a day and a time in one answer, in any order, each as <see cref="DateReader"/> and <see cref="TimeReader"/>
/// have them: ертең 15:00 · 25 мамыр сағат 15-те · в пятницу в 10 · 25.05 в 10 · завтра вечером в 7; and distances in
/// hours and minutes (3 сағаттан кейін, через полчаса), this very time on another day (через неделю в то же время,
/// келесі жұма сол уақытта), now. Behind a day a number alone is the hour; digits with a dot are a day unless they can
/// only be a time. What is said to be today may be past: that is told, not moved to another year.
/// </summary>
public static class MomentReader
{
    /// <summary>Reads an answer.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="now">When it was typed, at the offset of Kazakhstan.</param>
    public static MomentReading Read(string text, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.DateTime);
        if (AnswerScan.Read(WhenWords.Lexer.Read(text), today, wantsTime: true) is not { } scan)
        {
            return new MomentReading.NotAMoment();
        }

        var thisMinute = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        if (scan.Distance is not null || scan.IsNow)
        {
            return scan.Day is not null || scan.Time is not null ? new MomentReading.NotAMoment()
                : InMinutes(thisMinute, scan.Distance?.Minutes ?? 0);
        }

        var date = scan.Day is null ? null : new DayCalendar(today).Resolve(scan.Day);
        var time = scan.IsSameTime ? new TimeReading.Found(TimeOnly.FromDateTime(thisMinute.DateTime))
            : scan.Time?.Resolve();
        return (date, time) switch
        {
            (DateReading.Invalid why, _) => new MomentReading.InvalidDate(why),
            (_, TimeReading.Invalid why) => new MomentReading.InvalidTime(why),
            (null or DateReading.NotADate, null) => new MomentReading.NotAMoment(),
            (null or DateReading.NotADate, _) => new MomentReading.MissingDate(time),
            (DateReading.Found { Date: var day }, null) when day < today =>
                new MomentReading.Past(new DateTimeOffset(day, TimeOnly.MinValue, now.Offset)),
            (_, null) => new MomentReading.MissingTime(date),
            _ => Together(Alternatives.Dates(date), TimeReader.Times(time), thisMinute),
        };
    }

    private static MomentReading InMinutes(DateTimeOffset from, long minutes)
    {
        var at = from.AddMinutes(minutes);
        return minutes < 0 ? new MomentReading.Past(at) : new MomentReading.Found(at);
    }

    private static MomentReading Together(
        IReadOnlyList<DateOnly> dates, IReadOnlyList<TimeOnly> times, DateTimeOffset now)
    {
        var all = dates.SelectMany(date => times.Select(time => new DateTimeOffset(date, time, now.Offset))).ToList();
        var ahead = all.FindAll(moment => moment >= now);
        return ahead.Count switch
        {
            0 => new MomentReading.Past(all[^1]),
            1 => new MomentReading.Found(ahead[0]),
            _ => new MomentReading.Ambiguous(ahead),
        };
    }
}
