using System.Text.Json;
using Ruhani.Bot.Linguistics.Answers;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo;

/// <summary>
/// Requests in words: what every dialog, certificate and report of them calls the same thing. The texts are those of
/// <c>localization/{kk,ru}/texts/logo.yaml</c>.
/// </summary>
/// <param name="texts">Every text.</param>
/// <param name="dates">Days in the language everything is said in.</param>
public sealed class LogoWording(TextCatalog texts, DateWording dates)
{
    /// <summary>The key of a state.</summary>
    public static string Key(LogoState state) => Key("state", state.ToString());

    /// <summary>The key of a material.</summary>
    public static string Key(LogoMaterialKind kind) => Key("material", kind.ToString());

    /// <summary>The key of a field.</summary>
    public static string Key(LogoField field) => Key("field", field.ToString());

    /// <summary>The key of a kind of refusal.</summary>
    public static string Key(RefusalReason reason) => Key("refusal", reason.ToString());

    /// <summary>The key of what was done.</summary>
    public static string Key(LogoActKind act) => Key("act", act.ToString());

    /// <summary>The key of as what somebody acted.</summary>
    public static string Key(LogoRole role) => Key("role", role.ToString());

    /// <summary>The key of a finding; its placeholders are filled by <see cref="Say(LogoFinding)"/>.</summary>
    public static string Key(LogoFinding finding) => Key("finding", finding.GetType().Name);

    /// <summary>
    /// The key of a denial; its placeholders are filled by <see cref="Arguments"/>. Only what an approver did is told
    /// as a decision: what was withdrawn or has expired nobody has decided.
    /// </summary>
    public static string Key(LogoDenial denial) => Key(
        "denied",
        denial is LogoDenial.AlreadyDecided decided && !IsDecided(decided.State)
            ? nameof(LogoDenial.NotInThisState)
            : denial.GetType().Name);

    /// <summary>In the turn's language.</summary>
    public static LogoWording Of(Turn turn) => new(turn.Content.Texts, turn.Dates);

    /// <summary>Where a request stands.</summary>
    public string Say(LogoState state) => Label(Key(state));

    /// <summary>What the logo is put on, with what was written about it.</summary>
    public string Say(LogoMaterial material) =>
        Label(Key(material.Kind)) + (material.Note is { } note ? $" – {note}" : "");

    /// <summary>Several materials; what was written about all of them is said once.</summary>
    public string Say(IReadOnlyList<LogoMaterial> materials) =>
        materials is [{ Note: { } note }, _, ..] && materials.All(material => material.Note == note)
            ? string.Join(", ", materials.Select(material => Say(material with { Note = null }))) + $" – {note}"
            : string.Join(", ", materials.Select(Say));

    /// <summary>What may be corrected.</summary>
    public string Say(LogoField field) => Label(Key(field));

    /// <summary>Which kind of refusal.</summary>
    public string Say(RefusalReason reason) => Label(Key(reason));

    /// <summary>What was done.</summary>
    public string Say(LogoActKind act) => Label(Key(act));

    /// <summary>As what somebody acted.</summary>
    public string Say(LogoRole role) => Label(Key(role));

    /// <summary>The ground with its evidence.</summary>
    public string Say(LogoGround ground) => ground switch
    {
        LogoGround.Plan plan => Label("logo.said-plan", ("name", plan.Name), ("item", plan.Item),
            ("period", Say(plan.Period))),
        LogoGround.Instruction one => Label(
            "logo.said-instruction", ("number", one.Number), ("date", dates.Date(one.Date))),
        LogoGround.Agreement letter => Label(
            "logo.said-agreement", ("number", letter.Number), ("date", dates.Date(letter.Date))),
        LogoGround.None { Reason: { } reason } => Label("logo.said-none-why", ("reason", reason)),
        _ => Label("logo.said-none"),
    };

    /// <summary>The ground without its evidence.</summary>
    public string Name(LogoGround ground) => Label(Key("ground", ground.Kind));

    /// <summary>From a day to a day.</summary>
    public string Say(DayRange days) => dates.Period(days.From, days.To);

    /// <summary>The event's name in the language everything is said in.</summary>
    public string Title(LogoFacts facts) =>
        dates.Language == Language.Kazakh ? facts.TitleKazakh : facts.TitleRussian;

    /// <summary>The event's name between quotation marks, unless it has some of its own.</summary>
    public string Quoted(LogoFacts facts) =>
        Title(facts) is var title && title.Contains('«', StringComparison.Ordinal) ? title : $"«{title}»";

    /// <summary>What a field of a request says.</summary>
    public string Say(LogoFacts facts, LogoField field) => field switch
    {
        LogoField.Ground => Say(facts.Ground),
        LogoField.Title => Title(facts),
        LogoField.Dates => Say(facts.Dates),
        LogoField.Place => facts.Place,
        LogoField.Materials => Say(facts.Materials),
        LogoField.MockUps => string.Join(", ", facts.MockUps.Select(file => file.Name)),
        LogoField.Organiser => facts.Organiser,
        _ when facts.ContactName.Length == 0 => "–",
        _ => $"{facts.ContactName}, {Phone(facts.ContactPhone)}",
    };

    /// <summary>What the checks found.</summary>
    public string Say(LogoFinding finding) => finding switch
    {
        LogoFinding.Missing missing => Label(Key(finding), ("field", Say(missing.Field))),
        LogoFinding.PlanDoesNotCover days => Label(
            Key(finding), ("plan", Say(days.Plan)), ("event", Say(days.Event))),
        LogoFinding.EventPassed passed => Label(Key(finding), ("day", dates.Day(passed.LastDay))),
        LogoFinding.EventNear near => Label(Key(finding), ("day", dates.Day(near.FirstDay))),
        LogoFinding.SameEvent same => Label(Key(finding), ("number", same.Number), ("state", Say(same.State))),
        _ => Label(Key(finding)),
    };

    /// <summary>What fills the text of a denial.</summary>
    /// <param name="denial">Why an act was not done.</param>
    /// <param name="name">
    /// The name of the person it speaks of, see <see cref="Who"/>; null says as what that person acts.
    /// </param>
    public TextArguments Arguments(LogoDenial denial, string? name = null) => denial switch
    {
        LogoDenial.WrongRegion wrong => TextArguments.Of(
            ("region", Regions.Name(texts, dates.Language, wrong.Region))),
        LogoDenial.AlreadyDecided decided => TextArguments.Of(
            ("state", Say(decided.State)),
            ("name", name ?? Say(LogoRole.Approver)),
            ("moment", dates.Moment(decided.At))),
        LogoDenial.TakenBy => TextArguments.Of(("name", name ?? Say(LogoRole.Approver))),
        LogoDenial.NotInThisState there => TextArguments.Of(("state", Say(there.State))),
        LogoDenial.Incomplete open => TextArguments.Of(("findings", string.Join(" ", open.Findings.Select(Say)))),
        LogoDenial.NotMarked open => TextArguments.Of(("fields", string.Join(", ", open.Fields.Select(Say)))),
        LogoDenial.TooSoon early => TextArguments.Of(("moment", dates.Moment(early.Next))),
        LogoDenial.NotOver over => TextArguments.Of(("day", dates.Day(over.LastDay))),
        _ => TextArguments.None,
    };

    /// <summary>The address of the person a denial speaks of; null when it speaks of nobody.</summary>
    public static string? Who(LogoDenial denial) => denial switch
    {
        LogoDenial.AlreadyDecided decided => decided.By,
        LogoDenial.TakenBy taken => taken.Reviewer,
        _ => null,
    };

    /// <summary>A telephone number as people write it, with what to dial on.</summary>
    public string Phone(string phone)
    {
        ArgumentNullException.ThrowIfNull(phone);
        var parts = phone.Split(";ext=", 2);
        return PhoneReader.Format(parts[0])
            + (parts.Length > 1 ? $", {Label("slots.extension")} {parts[1]}" : "");
    }

    private static string Key(string family, string name) =>
        $"logo.{family}-{JsonNamingPolicy.KebabCaseLower.ConvertName(name)}";

    private static bool IsDecided(LogoState state) => state is LogoState.Approved or LogoState.Amended
        or LogoState.Returned or LogoState.Refused or LogoState.Revoked;

    private string Label(string key, params ReadOnlySpan<(string Name, object Value)> values) =>
        texts.Label(dates.Language, key, TextArguments.Of(values));
}
