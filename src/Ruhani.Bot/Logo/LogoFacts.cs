using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Logo;

/// <summary>What a request asks for. Replaced as a whole; what it was before stays in the audit.</summary>
public sealed record LogoFacts
{
    /// <summary>Why the logo may be used.</summary>
    public required LogoGround Ground { get; init; }

    /// <summary>The event's name in Kazakh.</summary>
    public required string TitleKazakh { get; init; }

    /// <summary>The event's name in Russian.</summary>
    public required string TitleRussian { get; init; }

    /// <summary>When it takes place.</summary>
    public required DayRange Dates { get; init; }

    /// <summary>Where.</summary>
    public required string Place { get; init; }

    /// <summary>What the logo is put on.</summary>
    public required IReadOnlyList<LogoMaterial> Materials { get; init; }

    /// <summary>What it will look like.</summary>
    public IReadOnlyList<FileReference> MockUps { get; init; } = [];

    /// <summary>Who holds the event.</summary>
    public required string Organiser { get; init; }

    /// <summary>Whom to ask about it. Seen by approvers only.</summary>
    public required string ContactName { get; init; }

    /// <summary>That person's telephone. Seen by approvers only.</summary>
    public required string ContactPhone { get; init; }

    /// <summary>Every file, the letter first.</summary>
    public IEnumerable<FileReference> Files() =>
        (Ground is LogoGround.Agreement { Letter: { } letter } ? [letter] : Array.Empty<FileReference>())
            .Concat(MockUps).DistinctBy(file => file.Id);

    /// <summary>The fields in which another set of facts differs.</summary>
    public IReadOnlyList<LogoField> ChangedIn(LogoFacts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var changed = new List<LogoField>();
        Note(LogoField.Ground, Ground == other.Ground);
        Note(LogoField.Title, TitleKazakh == other.TitleKazakh && TitleRussian == other.TitleRussian);
        Note(LogoField.Dates, Dates == other.Dates);
        Note(LogoField.Place, Place == other.Place);
        Note(LogoField.Materials, Materials.SequenceEqual(other.Materials));
        Note(LogoField.MockUps, MockUps.SequenceEqual(other.MockUps));
        Note(LogoField.Organiser, Organiser == other.Organiser);
        Note(LogoField.Contact, ContactName == other.ContactName && ContactPhone == other.ContactPhone);
        return changed;

        void Note(LogoField field, bool isSame)
        {
            if (!isSame)
            {
                changed.Add(field);
            }
        }
    }
}

/// <summary>What an approver can ask to have corrected; the text <c>logo.field-…</c>.</summary>
public enum LogoField
{
    /// <summary>The ground and its evidence.</summary>
    Ground,

    /// <summary>The event's name in both languages.</summary>
    Title,

    /// <summary>The event's days.</summary>
    Dates,

    /// <summary>Where.</summary>
    Place,

    /// <summary>What the logo is put on.</summary>
    Materials,

    /// <summary>What it will look like.</summary>
    MockUps,

    /// <summary>Who holds the event.</summary>
    Organiser,

    /// <summary>Whom to ask, name and telephone.</summary>
    Contact,
}
