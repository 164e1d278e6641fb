using System.Text.Json.Serialization;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Logo;

/// <summary>
/// Why the logo may be used: one of the guide's three grounds, or none. A closed set. What is missing is kept as
/// missing, for the approver to see.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Plan), "plan")]
[JsonDerivedType(typeof(Instruction), "instruction")]
[JsonDerivedType(typeof(Agreement), "agreement")]
[JsonDerivedType(typeof(None), "none")]
public abstract record LogoGround
{
    private LogoGround()
    {
    }

    /// <summary>Which one; the text <c>logo.ground-…</c>.</summary>
    [JsonIgnore]
    public string Kind => this switch
    {
        Plan => "plan",
        Instruction => "instruction",
        Agreement => "agreement",
        _ => "none",
    };

    /// <summary>The event stands in an approved work plan.</summary>
    /// <param name="Name">The plan's name.</param>
    /// <param name="Item">The item's number in it.</param>
    /// <param name="Period">What the plan covers.</param>
    public sealed record Plan(string Name, string Item, DayRange Period) : LogoGround;

    /// <summary>The Presidential Administration instructed it.</summary>
    /// <param name="Number">The instruction's number.</param>
    /// <param name="Date">Its date.</param>
    public sealed record Instruction(string Number, DateOnly Date) : LogoGround;

    /// <summary>The ministry agreed in a letter.</summary>
    /// <param name="Number">The letter's number.</param>
    /// <param name="Date">Its date.</param>
    /// <param name="Letter">The letter itself; null when it was not attached.</param>
    public sealed record Agreement(string Number, DateOnly Date, FileReference? Letter) : LogoGround;

    /// <summary>None of them: somebody's own initiative.</summary>
    /// <param name="Reason">What the requester says about it; null for nothing.</param>
    public sealed record None(string? Reason = null) : LogoGround;
}
