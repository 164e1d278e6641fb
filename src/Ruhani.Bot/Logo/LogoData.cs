using Ruhani.Bot.PersonalData;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo;

/// <summary>A person's own requests with their files, and what the person has done to the requests of others.</summary>
public sealed class LogoData(LogoRecords records) : IPersonalData
{
    private static readonly LogoField[] Shown =
    [
        LogoField.Ground, LogoField.Dates, LogoField.Place, LogoField.Materials, LogoField.Organiser, LogoField.Contact,
    ];

    /// <inheritdoc/>
    public IReadOnlyList<DocumentKind> Covers =>
        [DocumentKind.LogoRequest, DocumentKind.LogoIndex, DocumentKind.LogoCounter, DocumentKind.FileUse];

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<PersonalRecord>> ReadAsync(
        Turn turn, PersonalScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        var found = new List<PersonalRecord>();
        var words = LogoWording.Of(turn);
        await foreach (var request in records.AllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (scope.Is(request.Requester))
            {
                found.Add(Own(turn, words, request));
                found.AddRange(EverHeld(request).Select(file => ConversationData.FileRecord(
                    turn, file.Name, file.Size, file.MediaType)));
            }

            found.AddRange(request.Audit
                .Where(entry => scope.Is(entry.Actor) && entry.Role != LogoRole.Requester)
                .Select(entry => Done(turn, words, request, entry)));
        }

        return found;
    }

    /// <summary>The files of a request, those that were replaced too.</summary>
    internal static IEnumerable<FileReference> EverHeld(LogoRequest request) =>
        request.Audit.Select(entry => entry.Former).OfType<LogoFacts>().Append(request.Facts)
            .SelectMany(facts => facts.Files()).DistinctBy(file => file.Id);

    private static PersonalRecord Own(Turn turn, LogoWording words, LogoRequest request)
    {
        var record = PersonalRecord.Of(
            turn,
            PersonalKinds.Request,
            $"{request.Number} ({words.Say(request.State)})",
            ("number", request.Number),
            ("title", words.Title(request.Facts)),
            ("state", words.Say(request.State)),
            ("sent", turn.Dates.Moment(request.SubmittedAt!.Value)));
        return record with
        {
            Fields =
            [
                .. record.Fields,
                .. Shown.Select(field => new PersonalField(words.Say(field), words.Say(request.Facts, field))),
            ],
        };
    }

    private static PersonalRecord Done(Turn turn, LogoWording words, LogoRequest request, AuditEntry entry) =>
        PersonalRecord.Of(
            turn,
            PersonalKinds.Decision,
            $"{request.Number}: {words.Say(entry.Act)}",
            ("number", request.Number),
            ("act", words.Say(entry.Act)),
            ("moment", turn.Dates.Moment(entry.At)),
            ("reason", entry.Act == LogoActKind.HandOn ? null : entry.Reason));
}
