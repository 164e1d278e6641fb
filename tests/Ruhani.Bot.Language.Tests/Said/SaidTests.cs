using System.Globalization;
using System.Runtime.CompilerServices;
using Ruhani.Bot.Language.Tests.When;
using Ruhani.Bot.Linguistics.Answers;
using Ruhani.Bot.Linguistics.When;

namespace Ruhani.Bot.Language.Tests.Said;

/// <summary>
/// Answers as people give them, a table for each language: what was asked, what was said, what it means. It is
/// Wednesday, 20 May 2026, 11:20. A dash means nothing, several meanings are in the order to offer them, <c>!</c> is
/// what is wrong.
/// </summary>
public sealed class SaidTests
{
    private static readonly DateOnly Today = new(2026, 5, 20);
    private static readonly DateTimeOffset Now = new(2026, 5, 20, 11, 20, 45, TimeSpan.FromHours(5));

    public static TheoryData<string, string, string> Kazakh => Table("kk.tsv");

    public static TheoryData<string, string, string> Russian => Table("ru.tsv");

    [Theory]
    [MemberData(nameof(Kazakh))]
    public void Kazakh_is_understood(string asked, string said, string meant) => Assert.Equal(meant, Read(asked, said));

    [Theory]
    [MemberData(nameof(Russian))]
    public void Russian_is_understood(string asked, string said, string meant) =>
        Assert.Equal(meant, Read(asked, said));

    [Fact]
    public void Of_a_hundred_typed_otherwise_one_may_be_misread()
    {
        var all = 0;
        var misread = new List<string>();
        foreach (var (asked, said, meant) in Kazakh.Concat(Russian).Select(row => row.Data))
        {
            foreach (var typed in WrittenDates.Typed(said).Distinct())
            {
                all++;
                if (Read(asked, typed) is var read && read != meant)
                {
                    misread.Add($"{typed}: {read}");
                }
            }
        }

        Assert.True(misread.Count * 100 <= all, $"{misread.Count} of {all}: {string.Join('\n', misread)}");
    }

    private static string Read(string asked, string said) => asked switch
    {
        "date" => Show(DateReader.Read(said, Today)),
        "time" => Show(TimeReader.Read(said)),
        "moment" => Show(MomentReader.Read(said, Now)),
        "period" => Show(PeriodReader.Read(said, Today)),
        "phone" => PhoneReader.Read(said) switch
        {
            PhoneReading.Found { Extension: { } extension } found => $"{found.E164}#{extension}",
            PhoneReading.Found found => found.E164,
            PhoneReading.Refused refused => $"!{refused.Fault}",
            var other => other.ToString(),
        },
        "number" => NumberReader.Read(said) switch
        {
            NumberReading.Found found => found.Value.ToString(CultureInfo.InvariantCulture),
            NumberReading.Refused refused => $"!{refused.Fault}",
            var other => other.ToString(),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(asked), asked, "Nothing reads this."),
    };

    private static string Show(DateReading reading) => reading switch
    {
        DateReading.Found found => Day(found.Date),
        DateReading.Ambiguous several => string.Join(' ', several.Dates.Select(Day)),
        DateReading.Invalid invalid => $"!{invalid.Fault}",
        _ => "-",
    };

    private static string Show(TimeReading reading) => reading switch
    {
        TimeReading.Found found => Time(found.Time),
        TimeReading.Ambiguous several => string.Join(' ', several.Times.Select(Time)),
        TimeReading.Invalid invalid => $"!{invalid.Fault}",
        _ => "-",
    };

    private static string Show(MomentReading reading) => reading switch
    {
        MomentReading.Found { At: var at } => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        MomentReading.Past => "past",
        MomentReading.NotAMoment => "-",
        _ => reading.ToString(),
    };

    private static string Show(PeriodReading reading) => reading switch
    {
        PeriodReading.Found found => $"{Day(found.From)} {Day(found.To)}",
        PeriodReading.MissingEnd { From: var from } => $"from {Day(from)}",
        PeriodReading.MissingBeginning { To: var to } => $"to {Day(to)}",
        PeriodReading.Backwards => "backwards",
        PeriodReading.Invalid { Why: var why } => $"!{why.Fault}",
        PeriodReading.NotAPeriod => "-",
        _ => reading.ToString(),
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static TheoryData<string, string, string> Table(string file, [CallerFilePath] string here = "")
    {
        var data = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, file)))
        {
            var cells = line.Split('\t');
            data.Add(cells[0], cells[1], cells[2]);
        }

        return data;
    }
}
