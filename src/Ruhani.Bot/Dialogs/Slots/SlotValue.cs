using System.Text.Json.Serialization;

namespace Ruhani.Bot.Dialogs.Slots;

/// <summary>An answer as it is kept: typed, so that it is never misread. A closed family, one for each kind.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Nothing), "nothing")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Choice), "choice")]
[JsonDerivedType(typeof(Choices), "choices")]
[JsonDerivedType(typeof(YesNo), "yes_no")]
[JsonDerivedType(typeof(Number), "number")]
[JsonDerivedType(typeof(Date), "date")]
[JsonDerivedType(typeof(Time), "time")]
[JsonDerivedType(typeof(Moment), "moment")]
[JsonDerivedType(typeof(Period), "period")]
[JsonDerivedType(typeof(Phone), "phone")]
[JsonDerivedType(typeof(FullName), "person")]
[JsonDerivedType(typeof(Place), "place")]
[JsonDerivedType(typeof(Files), "files")]
[JsonDerivedType(typeof(Event), "event")]
public abstract record SlotValue
{
    private SlotValue()
    {
    }

    /// <summary>The question was skipped.</summary>
    public sealed record Nothing : SlotValue;

    /// <summary>Words, without white space at their ends.</summary>
    public sealed record Text(string Words) : SlotValue;

    /// <summary>An option by its name.</summary>
    public sealed record Choice(string Option) : SlotValue;

    /// <summary>Options by their names, in the order of the list.</summary>
    public sealed record Choices(IReadOnlyList<string> Options) : SlotValue
    {
        /// <inheritdoc/>
        public bool Equals(Choices? other) => other is not null && Options.SequenceEqual(other.Options);

        /// <inheritdoc/>
        public override int GetHashCode() => Options.Count;
    }

    /// <summary>Yes or no.</summary>
    public sealed record YesNo(bool Yes) : SlotValue;

    /// <summary>A whole number.</summary>
    public sealed record Number(long Value) : SlotValue;

    /// <summary>A day.</summary>
    public sealed record Date(DateOnly Day) : SlotValue;

    /// <summary>A time of day.</summary>
    public sealed record Time(TimeOnly At) : SlotValue;

    /// <summary>A day and a time, by Kazakhstan's clock.</summary>
    public sealed record Moment(DateOnly Day, TimeOnly At) : SlotValue;

    /// <summary>From a day to a day, both included.</summary>
    public sealed record Period(DateOnly From, DateOnly To) : SlotValue;

    /// <summary>A telephone number, <c>+77172741492</c>, and what to dial on.</summary>
    public sealed record Phone(string Digits, string? Extension = null) : SlotValue;

    /// <summary>A full name.</summary>
    public sealed record FullName(string Name) : SlotValue;

    /// <summary>A place in words, with its point when one was sent.</summary>
    public sealed record Place(string? Words, double? Latitude = null, double? Longitude = null) : SlotValue;

    /// <summary>An event.</summary>
    /// <param name="Id">What the feature that knows it calls it.</param>
    /// <param name="Name">Its name as it was when it was chosen, for when it is listed no more.</param>
    public sealed record Event(string Id, string Name) : SlotValue;

    /// <summary>Files in the order they came.</summary>
    public sealed record Files(IReadOnlyList<KeptFile> Items) : SlotValue
    {
        /// <inheritdoc/>
        public bool Equals(Files? other) => other is not null && Items.SequenceEqual(other.Items);

        /// <inheritdoc/>
        public override int GetHashCode() => Items.Count;
    }
}

/// <summary>A file a person sent, or a link to one.</summary>
/// <param name="Id">The network's id of the file, or the link.</param>
/// <param name="Name">How to call it.</param>
/// <param name="MediaType">The declared type; not to be trusted.</param>
/// <param name="Size">Bytes, when known.</param>
/// <param name="IsLink">True for a link.</param>
/// <param name="Stored">The id in the bot's own keeping, once its bytes are there; null before.</param>
public sealed record KeptFile(
    string Id, string Name, string? MediaType = null, long? Size = null, bool IsLink = false, string? Stored = null);
