using System.Globalization;
using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo.Requesting;

/// <summary>The answers of the form as the facts of a request, and the other way round.</summary>
internal static class LogoAnswers
{
    private const string Extension = ";ext=";

    /// <summary>What was answered; what was not is empty.</summary>
    public static LogoFacts Facts(Answers answers) => new()
    {
        Ground = Ground(answers),
        TitleKazakh = answers.Words("title_kk") ?? "",
        TitleRussian = answers.Words("title_ru") ?? "",
        Dates = Days(answers, "days"),
        Place = Place(answers),
        Materials = Materials(answers),
        MockUps = Files(answers, "mock_ups"),
        Organiser = answers.Words("organiser") ?? "",
        ContactName = answers.Words("contact") ?? "",
        ContactPhone = answers.Find<SlotValue.Phone>("phone") is { } phone
            ? phone.Digits + (phone.Extension is null ? "" : Extension + phone.Extension)
            : "",
    };

    /// <summary>Facts with some fields as they were answered.</summary>
    public static LogoFacts Correct(LogoFacts facts, IReadOnlyList<LogoField> fields, Answers answers)
    {
        var said = Facts(answers);
        return facts with
        {
            Ground = fields.Contains(LogoField.Ground) ? said.Ground : facts.Ground,
            TitleKazakh = fields.Contains(LogoField.Title) ? said.TitleKazakh : facts.TitleKazakh,
            TitleRussian = fields.Contains(LogoField.Title) ? said.TitleRussian : facts.TitleRussian,
            Dates = fields.Contains(LogoField.Dates) ? said.Dates : facts.Dates,
            Place = fields.Contains(LogoField.Place) ? said.Place : facts.Place,
            Materials = fields.Contains(LogoField.Materials) ? said.Materials : facts.Materials,
            MockUps = fields.Contains(LogoField.MockUps) ? said.MockUps : facts.MockUps,
            Organiser = fields.Contains(LogoField.Organiser) ? said.Organiser : facts.Organiser,
            ContactName = fields.Contains(LogoField.Contact) ? said.ContactName : facts.ContactName,
            ContactPhone = fields.Contains(LogoField.Contact) ? said.ContactPhone : facts.ContactPhone,
        };
    }

    /// <summary>Takes fields of a request over as answers.</summary>
    /// <param name="turn">The turn of the form.</param>
    /// <param name="facts">The request.</param>
    /// <param name="fields">Which fields.</param>
    /// <param name="areSure">False when each is to be asked all the same.</param>
    public static void Take(Turn turn, LogoFacts facts, IEnumerable<LogoField> fields, bool areSure)
    {
        foreach (var (slot, value) in fields.SelectMany(field => Values(facts, field)))
        {
            turn.SetAnswer(slot, value, areSure);
        }
    }

    /// <summary>A material as a button carries it.</summary>
    public static string Code(LogoMaterialKind kind) => kind.ToString().ToLowerInvariant();

    private static IEnumerable<(string Slot, SlotValue Value)> Values(LogoFacts facts, LogoField field) => field switch
    {
        LogoField.Ground => Values(facts.Ground),
        LogoField.Title =>
        [
            ("title_kk", new SlotValue.Text(facts.TitleKazakh)), ("title_ru", new SlotValue.Text(facts.TitleRussian)),
        ],
        LogoField.Dates => [("days", new SlotValue.Period(facts.Dates.From, facts.Dates.To))],
        LogoField.Place => [("place", new SlotValue.Place(facts.Place))],
        LogoField.Materials =>
        [
            ("materials", new SlotValue.Choices([.. facts.Materials.Select(material => Code(material.Kind))])),
            ("details", Optional(facts.Materials is [var first, ..] ? first.Note : null)),
        ],
        LogoField.MockUps => [("mock_ups", Optional(facts.MockUps))],
        LogoField.Organiser => [("organiser", new SlotValue.Text(facts.Organiser))],
        _ =>
        [
            ("contact", new SlotValue.FullName(facts.ContactName)), ("phone", Phone(facts.ContactPhone)),
        ],
    };

    private static IEnumerable<(string Slot, SlotValue Value)> Values(LogoGround ground) => ground switch
    {
        LogoGround.Plan plan =>
        [
            ("ground", new SlotValue.Choice(plan.Kind)),
            ("plan_name", new SlotValue.Text(plan.Name)),
            ("plan_item", new SlotValue.Text(plan.Item)),
            ("plan_days", new SlotValue.Period(plan.Period.From, plan.Period.To)),
        ],
        LogoGround.Instruction one =>
        [
            ("ground", new SlotValue.Choice(one.Kind)),
            ("order_no", new SlotValue.Text(one.Number)),
            ("order_day", new SlotValue.Date(one.Date)),
        ],
        LogoGround.Agreement one =>
        [
            ("ground", new SlotValue.Choice(one.Kind)),
            ("letter_no", new SlotValue.Text(one.Number)),
            ("letter_day", new SlotValue.Date(one.Date)),
            ("letter", Optional(one.Letter is { } letter ? [letter] : [])),
        ],
        LogoGround.None { Reason: { } reason } =>
            [("ground", new SlotValue.Choice("none")), ("why", new SlotValue.Text(reason))],
        _ => [("ground", new SlotValue.Choice("none"))],
    };

    private static SlotValue Optional(string? words) =>
        words is null ? new SlotValue.Nothing() : new SlotValue.Text(words);

    private static SlotValue Optional(IReadOnlyList<FileReference> files) => files.Count == 0
        ? new SlotValue.Nothing()
        : new SlotValue.Files(
        [
            .. files.Select(file => new KeptFile(file.Id, file.Name, file.MediaType, file.Size, Stored: file.Id)),
        ]);

    private static SlotValue.Phone Phone(string text)
    {
        var parts = text.Split(Extension, 2);
        return new SlotValue.Phone(parts[0], parts.Length > 1 ? parts[1] : null);
    }

    private static LogoGround Ground(Answers answers) => answers.Words("ground") switch
    {
        "plan" => new LogoGround.Plan(
            answers.Words("plan_name") ?? "", answers.Words("plan_item") ?? "", Days(answers, "plan_days")),
        "instruction" => new LogoGround.Instruction(
            answers.Words("order_no") ?? "", answers.Day("order_day") ?? default),
        "agreement" => new LogoGround.Agreement(
            answers.Words("letter_no") ?? "",
            answers.Day("letter_day") ?? default,
            Files(answers, "letter") is [var letter, ..] ? letter : null),
        _ => new LogoGround.None(answers.Words("why")),
    };

    private static DayRange Days(Answers answers, string slot) =>
        answers.Find<SlotValue.Period>(slot) is { } period
            ? new DayRange(period.From, period.To)
            : new DayRange(default, default);

    private static string Place(Answers answers) => answers.Find<SlotValue.Place>("place") switch
    {
        { Words: { } words } => words,
        { Latitude: { } latitude, Longitude: { } longitude } => string.Create(
            CultureInfo.InvariantCulture, $"{latitude:0.#####}, {longitude:0.#####}"),
        _ => "",
    };

    // What was written about the materials was written about all of them: it goes with each that is permitted.
    private static IReadOnlyList<LogoMaterial> Materials(Answers answers) =>
    [
        .. (answers.Find<SlotValue.Choices>("materials")?.Options ?? [])
            .Select(code => Enum.GetValues<LogoMaterialKind>().First(kind => Code(kind) == code))
            .Select(kind => new LogoMaterial(kind, answers.Words("details"))),
    ];

    private static IReadOnlyList<FileReference> Files(Answers answers, string slot) =>
    [
        .. (answers.Find<SlotValue.Files>(slot)?.Items ?? []).Where(file => file.Stored is not null)
            .Select(file => new FileReference(
                file.Stored!, file.Name, file.MediaType ?? "application/octet-stream", file.Size ?? 0)),
    ];
}
