using System.Globalization;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Logo;
using Ruhani.Bot.PersonalData;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Staff;

/// <summary>The audit for those who look after it: page by page, the newest first, and whether it is whole.</summary>
public sealed class AuditVerbs(AuditChain chain, RoleBook book) : IVerbSource
{
    // A page is well under what a message holds, also with long names.
    private const int Shown = 10;
    private const int FaultsShown = 10;
    private const int DigestShown = 16;

    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs =>
    [
        new Verb("audit.show", ["page", "verify"], ShowAsync),
        new Verb("audit.verify", ["page"], VerifyAsync),
    ];

    // The argument is the number of the newest entry to show; entries that come meanwhile move no page.
    private async ValueTask<VerbResult> ShowAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var count = await chain.CountAsync(cancellationToken).ConfigureAwait(false);
        if (count == 0)
        {
            turn.Say("audit.empty");
            return VerbResult.Wait;
        }

        var newest = long.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? Math.Clamp(asked, 1, count)
            : count;
        var oldest = Math.Max(1, newest - Shown + 1);
        var entries = await chain.PageAsync(oldest, (int)(newest - oldest) + 1, cancellationToken)
            .ConfigureAwait(false);
        var lines = await LinesAsync(turn, entries, cancellationToken).ConfigureAwait(false);
        var choices = new List<Choice>();
        if (oldest > 1)
        {
            choices.Add(Page(turn, oldest - 1, "audit.older"));
        }

        if (newest < count)
        {
            choices.Add(Page(turn, Math.Min(count, newest + Shown), "audit.newer"));
        }

        choices.Add(turn.Choice("verify", "", turn.Label("audit.verify")));
        turn.Say(
            "audit.show",
            TextArguments.Of(("from", newest), ("to", oldest), ("count", count), ("lines", lines)),
            choices,
            replaces: argument.Length > 0);
        return VerbResult.Wait;
    }

    private async ValueTask<VerbResult> VerifyAsync(
        Turn turn, string argument, CancellationToken cancellationToken)
    {
        var verdict = await chain.VerifyAsync(cancellationToken).ConfigureAwait(false);
        turn.Say(
            verdict.IsWhole ? "audit.whole" : "audit.broken",
            TextArguments.Of(
                ("count", verdict.Entries),
                ("digest", verdict.Chain[..Math.Min(DigestShown, verdict.Chain.Length)]),
                ("numbers", string.Join(", ", verdict.Faults.Take(FaultsShown))
                    + (verdict.Faults.Count > FaultsShown ? "…" : ""))),
            [turn.Choice("page", "", turn.Label("audit.back"))]);
        return VerbResult.Wait;
    }

    private static Choice Page(Turn turn, long newest, string label) =>
        turn.Choice("page", newest.ToString(CultureInfo.InvariantCulture), turn.Label(label));

    private async ValueTask<RichText> LinesAsync(
        Turn turn, IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        var names = (await book.ListAsync(cancellationToken).ConfigureAwait(false))
            .ToDictionary(member => member.Address, member => member.Membership.Name, StringComparer.Ordinal);
        var lines = new RichText.Builder();
        foreach (var (index, entry) in entries.Reverse().Index())
        {
            lines.AddPlain(index == 0 ? "" : "\n\n", bold: false).Add(turn.Content.Texts.Render(
                turn.Language,
                entry.About.Length == 0 || entry.About == entry.By ? "audit.line-alone" : "audit.line",
                TextArguments.Of(
                    ("number", entry.Seal!.Number),
                    ("moment", turn.Dates.Moment(DateTimeOffset.FromUnixTimeMilliseconds(entry.At))),
                    ("act", turn.Label("audit." + entry.Act.Replace('.', '-'))),
                    ("by", Who(entry.By)),
                    ("about", Who(entry.About)))));
            var details = entry.Details.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(word => Say(turn, word)).ToList();
            if (details.Count > 0)
            {
                lines.AddPlain("\n" + string.Join(", ", details), bold: false);
            }
        }

        return lines.Build();

        string Who(string address) => names.TryGetValue(address, out var name) ? name
            : Erasure.IsPseudonym(address) ? turn.Label("audit.erased")
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

        if (word.Contains(':', StringComparison.Ordinal))
        {
            return Erasure.IsPseudonym(word) ? turn.Label("audit.erased") : word[..word.IndexOf(':')];
        }

        return word.Length == 2 && int.TryParse(
            word, NumberStyles.None, CultureInfo.InvariantCulture, out var region)
            && Regions.Exists(turn.Content.Texts, region)
            ? Regions.Name(turn.Content.Texts, turn.Language, region)
            : word;
    }
}
