using System.Globalization;
using System.Text.Json;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Logo;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Staff;

/// <summary>The last entries of the audit, for those who look after it.</summary>
public sealed class AuditVerbs(IStore store, RoleBook book) : IVerbSource
{
    private const int Shown = 15;
    private static readonly TimeSpan Back = TimeSpan.FromDays(90);

    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs => [new Verb("audit.show", [], ShowAsync)];

    private async ValueTask<VerbResult> ShowAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var entries = new List<AuditEntry>();
        var after = ((turn.Now - Back).ToUnixTimeMilliseconds(), Id: "");
        while (true)
        {
            var page = await store.ListAsync(
                new DocumentQuery(DocumentKind.Audit, AfterSort: after.Item1, Limit: 1000, AfterId: after.Id),
                cancellationToken).ConfigureAwait(false);
            entries = [.. entries.Concat(page.Select(document => JsonSerializer.Deserialize(
                document.Json, StateJson.Stored.AuditEntry)!)).TakeLast(Shown)];
            if (page.Count < 1000)
            {
                break;
            }

            after = (page[^1].Sort, page[^1].Id);
        }

        var names = (await book.ListAsync(cancellationToken).ConfigureAwait(false))
            .ToDictionary(member => member.Address, member => member.Membership.Name, StringComparer.Ordinal);
        var lines = new RichText.Builder();
        foreach (var entry in Enumerable.Reverse(entries))
        {
            lines.AddPlain("\n", bold: false).Add(turn.Content.Texts.Render(
                turn.Language, "audit.line", TextArguments.Of(
                    ("moment", turn.Dates.Moment(DateTimeOffset.FromUnixTimeMilliseconds(entry.At))),
                    ("act", turn.Label("audit." + entry.Act.Replace('.', '-'))),
                    ("by", Who(entry.By)),
                    ("about", entry.About.Length == 0 ? "–" : Who(entry.About)),
                    ("details", string.Join(", ", entry.Details.Split(
                        ' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Say(turn, word)))))));
        }

        turn.Say(
            entries.Count == 0 ? "audit.empty" : "audit.show",
            entries.Count == 0 ? null : TextArguments.Of(("lines", lines.Build())));
        return VerbResult.Wait;

        string Who(string address) => names.TryGetValue(address, out var name) ? name
            : book.Of(address, null).Contains(Role.Administrator) ? StaffOptions.Name(turn, Role.Administrator)
            : turn.Label("audit.outsider");
    }

    // Details are words of the code: a role, a region's digits, a day, an address.
    private static string Say(Turn turn, string word)
    {
        if (Enum.TryParse<Role>(word, ignoreCase: true, out var role) && !char.IsDigit(word[0]))
        {
            return StaffOptions.Name(turn, role);
        }

        if (DateOnly.TryParseExact(
            word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return turn.Dates.Date(day);
        }

        return word.Length == 2 && int.TryParse(
            word, NumberStyles.None, CultureInfo.InvariantCulture, out var region)
            && Regions.Exists(turn.Content.Texts, region)
            ? Regions.Name(turn.Content.Texts, turn.Language, region)
            : word;
    }
}
