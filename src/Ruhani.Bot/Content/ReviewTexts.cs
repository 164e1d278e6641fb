namespace Ruhani.Bot.Content;

/// <summary>The texts that the code of the approver's side says, with the placeholders it fills.</summary>
internal static class ReviewTexts
{
    public static readonly (string Key, string[] Placeholders)[] All =
    [
        ("pending.all", ["count", "filter", "items"]),
        ("pending.item", ["index", "title", "number", "dates", "state"]),
        ("pending.empty", []), ("pending.empty-filter", ["filter"]), ("pending.filters", []),
        ("pending.card", ["card"]), ("pending.head", ["number", "state"]), ("pending.urgent", []),
        ("pending.late", []), ("pending.own", []), ("pending.heading", ["label"]), ("pending.bullet", ["value"]),
        ("pending.file", ["name"]), ("pending.no-files", []), ("pending.file-gone", ["name"]),
        ("pending.earlier-list", ["office", "items"]), ("pending.earlier-item", ["number", "state", "title"]),
        ("pending.earlier-none", []), ("decide.nobody", []), ("decide.dates-outside", ["days"]),
        .. new[]
        {
            "since", "reviewer", "other-title", "office", "allowed", "allowed-dates", "conditions", "marked", "checks",
            "no-findings", "earlier-count",
        }.Select(label => ("pending." + label, Array.Empty<string>())),
        .. new[] { "approve", "return", "refuse", "hand-on", "amend", "revoke" }
            .SelectMany(act => new[] { "decide.done-" + act, "decide.about-" + act })
            .Select(key => (key, new[] { "subject" })),
        .. new[] { "arrived", "corrected", "appealed", "reminded", "handed", "waiting", "deputy", "head" }
            .Select(news => ("logonews." + news, new[] { "card" })),
        .. new[] { "taken", "returned", "approved", "refused", "refused-ground", "amended", "revoked", "expired" }
            .Select(news => ("logonews." + news, new[] { "number", "title", "by", "facts" })),
        ("logonews.digest", ["count", "items"]), ("pending.region", []),
        ("logonews.card", ["number", "title", "act", "by"]),
        ("logonews.fields-label", []), ("logonews.refusal-label", []), ("logonews.reason-label", []),
        ("logonews.office-label", []), ("logonews.office", []),
        ("verify.ask", []), ("verify.mistyped", []), ("verify.elsewhere", []), ("verify.unknown", ["number"]),
        .. new[] { "valid", "expired", "revoked" }
            .Select(status => ("verify." + status, new[] { "number", "title", "materials", "dates" })),
    ];

    /// <summary>Those that label buttons.</summary>
    public static readonly string[] Labels =
    [
        "pending.filter", "pending.filter-all", "pending.filter-mine", "pending.filter-soon", "pending.filter-long",
        "pending.more", "pending.previous", "pending.list", "pending.take", "pending.approve", "pending.return",
        "pending.refuse", "pending.hand-on", "pending.amend", "pending.revoke", "pending.files", "pending.earlier",
        "pending.open", "pending.whole-list", "logonews.rules",
    ];
}
