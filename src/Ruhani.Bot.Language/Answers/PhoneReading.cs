namespace Ruhani.Bot.Linguistics.Answers;

/// <summary>What an answer says of a phone number.</summary>
public abstract record PhoneReading
{
    private PhoneReading()
    {
    }

    /// <summary>One number.</summary>
    /// <param name="E164">Plus, country code, number: <c>+77172741492</c>.</param>
    /// <param name="Extension">Digits to dial on: «доб. 12», «ішкі 12»; null when none was given.</param>
    public sealed record Found(string E164, string? Extension = null) : PhoneReading;

    /// <summary>No number to keep.</summary>
    public sealed record Refused(PhoneFault Fault) : PhoneReading;
}

/// <summary>Why there is no phone number.</summary>
public enum PhoneFault
{
    /// <summary>Nothing like a number was typed.</summary>
    NoNumber,

    /// <summary>Digits are missing; a local number lacks its city's code.</summary>
    TooShort,

    /// <summary>There are digits too many.</summary>
    TooLong,

    /// <summary>No such code; a number of another country needs its plus.</summary>
    UnknownCode,

    /// <summary>More than one number.</summary>
    Several,

    /// <summary>It is an IIN, which must not be kept: see <see cref="IinDetector"/>.</summary>
    Iin,
}
