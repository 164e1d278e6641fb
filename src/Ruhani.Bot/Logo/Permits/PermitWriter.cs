using Ruhani.Bot.People;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo.Permits;

/// <summary>
/// Writes the permit of an approved request: what the paper says in both languages, the requester's first, and the
/// file. The same permit gives the same bytes, so a turn that runs again keeps one file.
/// </summary>
public sealed class PermitWriter(
    IEnumerable<ICertificatePrinter> printers, IFileStore files, PermitCode code, LogoStaff staff, OfficeOptions office)
{
    /// <summary>Bytes a printed permit may have; it has a tenth of that.</summary>
    private const long Limit = 5 * 1024 * 1024;

    private readonly ICertificatePrinter? _printer = printers.FirstOrDefault();

    /// <summary>
    /// Prints the permit as it stands now and keeps the file; durable when this returns. Null when the request is no
    /// permit, or where nothing can be printed.
    /// </summary>
    public async ValueTask<FileReference?> PrintAsync(
        Turn turn, LogoRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(request);
        if (_printer is null || !request.State.IsPermit() || request.Scope is null)
        {
            return null;
        }

        var permit = await WriteAsync(turn, request, cancellationToken).ConfigureAwait(false);
        using var content = new MemoryStream(_printer.Print(permit), writable: false);
        var name = Label(turn, turn.Language, "permit.file", ("number", request.Number!));
        var saving = await files.SaveAsync(content, name, Limit, cancellationToken).ConfigureAwait(false);
        return saving is FileSaving.Saved { File: var file }
            ? file
            : throw new InvalidOperationException($"A permit can't be kept: {saving}.");
    }

    private async ValueTask<Certificate> WriteAsync(
        Turn turn, LogoRequest request, CancellationToken cancellationToken)
    {
        var decision = request.Audit.Last(entry => entry.Act is LogoActKind.Approve or LogoActKind.Amend);
        var by = await staff.FindNameAsync(decision.Actor, cancellationToken).ConfigureAwait(false);
        Language[] languages = turn.Language == Language.Russian
            ? [Language.Russian, Language.Kazakh]
            : [Language.Kazakh, Language.Russian];
        return new Certificate(
            request.Number!,
            decision.At,
            code.For(request),
            [.. languages.Select(language => Side(turn, request, decision, by, language))]);
    }

    private CertificateSide Side(
        Turn turn, LogoRequest request, AuditEntry decision, string? by, Language language)
    {
        var texts = turn.Content.Texts;
        var dates = new DateWording(language, decision.At);
        var words = new LogoWording(texts, dates);
        var scope = request.Scope!;
        List<CertificateFact> facts =
        [
            Fact(LogoWording.Key(LogoField.Title), words.Title(request.Facts)),
            Fact("permit.materials", string.Join('\n', scope.Materials.Select(words.Say))),
            Fact("permit.dates", words.Say(scope.Dates)),
            Fact(LogoWording.Key(LogoField.Place), request.Facts.Place),
            Fact(LogoWording.Key(LogoField.Organiser), request.Facts.Organiser),
            Fact(LogoWording.Key(LogoField.Ground), words.Say(request.Facts.Ground)),
        ];
        return new CertificateSide(
            language.Code(),
            office.Name.GetValueOrDefault(language.Code()) is { Length: > 0 } name
                ? Label(turn, language, "permit.issuer-office", ("office", name))
                : Label(turn, language, "permit.issuer"),
            Label(turn, language, "permit.title"),
            facts,
            Label(turn, language, "permit.conditions"),
            [.. scope.Conditions ?? [], Label(turn, language, "permit.condition")],
            Label(
                turn,
                language,
                decision.Act == LogoActKind.Amend ? "permit.amended-by" : "permit.issued-by",
                ("by", by ?? Label(turn, language, "permit.by-office")),
                ("date", dates.Date(KazakhstanTime.DayOf(decision.At)))),
            Label(turn, language, code.IsLink ? "permit.verify" : "permit.verify-number"));

        CertificateFact Fact(string label, string value) => new(Label(turn, language, label), value);
    }

    private static string Label(
        Turn turn, Language language, string key, params ReadOnlySpan<(string Name, object Value)> values) =>
        turn.Content.Texts.Label(language, key, TextArguments.Of(values));
}
