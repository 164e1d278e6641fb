using Ruhani.Bot.Turns;

namespace Ruhani.Bot.PersonalData;

/// <summary>One thing that is kept about a person, in the words of the turn's language.</summary>
/// <param name="Kind">What kind of thing, one of <see cref="PersonalKinds"/>.</param>
/// <param name="Line">What tells it from others of its kind, on a line.</param>
/// <param name="Fields">Everything there is to it.</param>
public sealed record PersonalRecord(string Kind, string Line, IReadOnlyList<PersonalField> Fields)
{
    /// <summary>A record of what is known; a field without a value is left out.</summary>
    /// <param name="turn">Whose language it is in.</param>
    /// <param name="kind">What kind.</param>
    /// <param name="shortly">What tells it from others of its kind.</param>
    /// <param name="fields">Labels, by their key in the texts of <c>mydata</c>, with their values.</param>
    public static PersonalRecord Of(
        Turn turn, string kind, string shortly, params IEnumerable<(string Label, string? Value)> fields)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(fields);
        return new PersonalRecord(
            kind,
            shortly,
            [
                .. fields.Where(field => !string.IsNullOrWhiteSpace(field.Value))
                    .Select(field => new PersonalField(turn.Label("mydata.label-" + field.Label), field.Value!)),
            ]);
    }

    /// <summary>A moment in words; null for none.</summary>
    /// <param name="turn">Whose language it is in.</param>
    /// <param name="unixMilliseconds">The moment; 0 for none.</param>
    public static string? Moment(Turn turn, long unixMilliseconds)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return unixMilliseconds == 0
            ? null
            : turn.Dates.Moment(DateTimeOffset.FromUnixTimeMilliseconds(unixMilliseconds));
    }
}

/// <summary>A value with its name.</summary>
/// <param name="Label">The name.</param>
/// <param name="Value">The value.</param>
public sealed record PersonalField(string Label, string Value);
