namespace Ruhani.Bot.Documents;

/// <summary>One cell, with its type, so that a spreadsheet can sort and add. A closed set.</summary>
public abstract record TableValue
{
    private TableValue()
    {
    }

    /// <summary>An empty cell.</summary>
    public static TableValue None { get; } = new Empty();

    /// <summary>A text; an empty cell for null.</summary>
    public static TableValue Of(string? text) => text is null ? None : new Text(text);

    /// <summary>A number; an empty cell for null.</summary>
    public static TableValue Of(decimal? number) => number is { } value ? new Number(value) : None;

    /// <summary>A day; an empty cell for null.</summary>
    public static TableValue Of(DateOnly? day) => day is { } value ? new Day(value) : None;

    /// <summary>A moment; an empty cell for null.</summary>
    public static TableValue Of(DateTimeOffset? moment) => moment is { } value ? new Moment(value) : None;

    /// <summary>Nothing.</summary>
    public sealed record Empty : TableValue;

    /// <summary>Words. What they begin with never makes a formula of them.</summary>
    public sealed record Text(string Value) : TableValue;

    /// <summary>One of a closed set: words for people, a code for programs.</summary>
    /// <param name="Code">Latin letters, digits and <c>-</c>; what JSON holds.</param>
    /// <param name="Words">What people read.</param>
    public sealed record Named(string Code, string Words) : TableValue;

    /// <summary>A number.</summary>
    public sealed record Number(decimal Value) : TableValue;

    /// <summary>A day.</summary>
    public sealed record Day(DateOnly Value) : TableValue;

    /// <summary>A moment; shown in Kazakhstan's time, to the minute.</summary>
    public sealed record Moment(DateTimeOffset Value) : TableValue;
}
