using System.Globalization;

namespace Ruhani.Bot.Dialogs.Slots;

/// <summary>A value as a button carries it: an option's name, <c>yes</c>, <c>2027-05-25</c>, <c>1530</c>.</summary>
public static class SlotCode
{
    private const string DayForm = "yyyy-MM-dd";
    private const string TimeForm = "HHmm";
    private const string MomentForm = "yyMMddHHmm";
    private const string EndForm = "yyMMdd";

    /// <summary>Writes a value; only values that are offered on buttons have a code.</summary>
    public static string Write(SlotValue value) => value switch
    {
        SlotValue.Choice choice => choice.Option,
        SlotValue.YesNo yesNo => yesNo.Yes ? "yes" : "no",
        SlotValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        SlotValue.Date date => date.Day.ToString(DayForm, CultureInfo.InvariantCulture),
        SlotValue.Time time => time.At.ToString(TimeForm, CultureInfo.InvariantCulture),
        SlotValue.Moment moment => moment.Day.ToDateTime(moment.At).ToString(MomentForm, CultureInfo.InvariantCulture),
        SlotValue.Period period => period.From.ToString(EndForm, CultureInfo.InvariantCulture)
            + period.To.ToString(EndForm, CultureInfo.InvariantCulture),
        SlotValue.Text text => text.Words,
        _ => throw new InvalidOperationException($"{value.GetType().Name} is not offered on a button."),
    };

    /// <summary>Reads what <see cref="Write"/> wrote; null for anything else.</summary>
    public static SlotValue? Read(SlotType type, string code) => type switch
    {
        SlotType.Choice => new SlotValue.Choice(code),
        SlotType.YesNo => code switch
        {
            "yes" => new SlotValue.YesNo(true),
            "no" => new SlotValue.YesNo(false),
            _ => null,
        },
        SlotType.Number => long.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new SlotValue.Number(number)
            : null,
        SlotType.Date => Day(code),
        SlotType.Time => Time(code),
        SlotType.Moment => DateTime.TryParseExact(
            code, MomentForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? new SlotValue.Moment(DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment))
            : Day(code) ?? (SlotValue?)Time(code),
        SlotType.Period => code.Length == 12 && End(code[..6]) is { } from && End(code[6..]) is { } to
            ? new SlotValue.Period(from, to)
            : null,
        SlotType.Text => new SlotValue.Text(code),
        _ => null,
    };

    private static SlotValue.Date? Day(string code) => DateOnly.TryParseExact(
        code, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? new SlotValue.Date(day)
        : null;

    private static SlotValue.Time? Time(string code) => TimeOnly.TryParseExact(
        code, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
        ? new SlotValue.Time(time)
        : null;

    private static DateOnly? End(string code) => DateOnly.TryParseExact(
        code, EndForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : null;
}
