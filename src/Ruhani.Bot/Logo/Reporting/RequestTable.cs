using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Ruhani.Bot.Documents;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Logo.Reporting;

/// <summary>
/// Requests as a table, one a row, in the reader's language: headings and words for people, codes for programs. Rows
/// are made as they are read, so that there may be any number of them.
/// </summary>
/// <param name="texts">Every text.</param>
/// <param name="dates">Days in the reader's language.</param>
public sealed class RequestTable(TextCatalog texts, DateWording dates)
{
    private static readonly (string Id, int Width)[] Columns =
    [
        ("number", 22), ("state", 22), ("region", 26), ("submitted", 17), ("decided", 17), ("office", 30),
        ("ground", 30), ("evidence", 40), ("title_kk", 40), ("title_ru", 40), ("event_from", 12), ("event_to", 12),
        ("place", 30), ("materials", 40), ("organiser", 30), ("contact_name", 26), ("contact_phone", 18),
        ("allowed_materials", 40), ("allowed_from", 12), ("allowed_to", 12), ("conditions", 40),
        ("refusal", 26), ("reason", 40),
    ];

    private readonly LogoWording _words = new(texts, dates);

    /// <summary>The table's name and columns.</summary>
    public TableHead Head => new(
        Label("title"),
        [.. Columns.Select(column => new TableColumn(column.Id, Label(column.Id.Replace('_', '-')), column.Width))]);

    /// <summary>
    /// The rows of the requests a filter takes. One that moves on while the others are read stands there once.
    /// </summary>
    /// <param name="requests">Requests as the store lists them.</param>
    /// <param name="filter">Which ones.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<IReadOnlyList<TableValue>> RowsAsync(
        IAsyncEnumerable<LogoRequest> requests,
        RequestFilter filter,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var request in requests.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (filter.Takes(request) && seen.Add(request.Number!))
            {
                yield return Row(request);
            }
        }
    }

    private TableValue[] Row(LogoRequest request)
    {
        var facts = request.Facts;
        var last = request.Audit.LastOrDefault(entry => entry.Reason is not null || entry.Refusal is not null);
        return
        [
            TableValue.Of(request.Number),
            Named(request.State.ToString(), _words.Say(request.State)),
            new TableValue.Named(
                request.Region.ToString("D2", CultureInfo.InvariantCulture),
                Regions.Name(texts, dates.Language, request.Region)),
            TableValue.Of(request.SubmittedAt),
            TableValue.Of(request.DecidedAt),
            TableValue.Of(request.Office),
            Named(facts.Ground.Kind, _words.Name(facts.Ground)),
            TableValue.Of(_words.Say(facts.Ground)),
            TableValue.Of(facts.TitleKazakh),
            TableValue.Of(facts.TitleRussian),
            TableValue.Of(facts.Dates.From),
            TableValue.Of(facts.Dates.To),
            TableValue.Of(facts.Place),
            TableValue.Of(_words.Say(facts.Materials)),
            TableValue.Of(facts.Organiser),
            TableValue.Of(facts.ContactName),
            TableValue.Of(facts.ContactPhone),
            TableValue.Of(request.Scope is { } allowed ? _words.Say(allowed.Materials) : null),
            TableValue.Of(request.Scope?.Dates.From),
            TableValue.Of(request.Scope?.Dates.To),
            TableValue.Of(request.Scope?.Conditions is { Count: > 0 } terms ? string.Join("; ", terms) : null),
            last?.Refusal is { } refusal ? Named(refusal.ToString(), _words.Say(refusal)) : TableValue.None,
            TableValue.Of(last?.Reason),
        ];
    }

    private static TableValue.Named Named(string name, string words) =>
        new(JsonNamingPolicy.KebabCaseLower.ConvertName(name), words);

    private string Label(string key) => texts.Label(dates.Language, "export." + key);
}
