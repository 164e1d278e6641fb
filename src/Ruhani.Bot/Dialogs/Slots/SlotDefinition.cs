namespace Ruhani.Bot.Dialogs.Slots;

/// <summary>One thing a dialog asks for, and the bounds an answer must keep to.</summary>
public sealed record SlotDefinition
{
    /// <summary>Its name within the dialog.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of answer it takes.</summary>
    public required SlotType Type { get; init; }

    /// <summary>True when the question may be skipped.</summary>
    public bool IsOptional { get; init; }

    /// <summary>
    /// The least there may be: characters of a text, the number itself, choices or files picked; null for the type's
    /// own bound.
    /// </summary>
    public int? Min { get; init; }

    /// <summary>The most there may be, counted as <see cref="Min"/>; days of a period.</summary>
    public int? Max { get; init; }

    /// <summary>The options of a choice, labelled by texts of their names.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>
    /// Where a choice's options come from when the file doesn't list them; see <see cref="OptionSource"/>.
    /// </summary>
    public string? From { get; init; }

    /// <summary>True when a date may not have passed.</summary>
    public bool NotPast { get; init; }

    /// <summary>
    /// How many days from today a date, or a period's beginning, may lie at most; null for any. With 0 the question is
    /// for a day that has been: one without a year lies behind.
    /// </summary>
    public int? WithinDays { get; init; }

    /// <summary>The value offered, and taken when the question is skipped; null for none.</summary>
    public string? Default { get; init; }

    /// <summary>True when files must be sent themselves: a link to one is not enough.</summary>
    public bool NoLinks { get; init; }

    /// <summary>A feature's own check of the answer; see <see cref="AnswerCheck"/>.</summary>
    public string? Check { get; init; }
}

/// <summary>The kinds of answers.</summary>
public enum SlotType
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>One of some options.</summary>
    Choice,

    /// <summary>Any of some options.</summary>
    Choices,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A day and a time.</summary>
    Moment,

    /// <summary>From a day to a day.</summary>
    Period,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A person's full name.</summary>
    Person,

    /// <summary>A place, in words or as a point on the map.</summary>
    Place,

    /// <summary>Files, pictures or links to them.</summary>
    Files,

    /// <summary>One of the events a feature knows, by its name, its number in the list or a button.</summary>
    Event,
}
