namespace Ruhani.Bot.Content;

/// <summary>The texts that the code about logo requests says, with the placeholders it fills.</summary>
internal static class LogoTexts
{
    public static readonly (string Key, string[] Placeholders)[] All =
    [
        ("logo.said-plan", ["name", "item", "period"]), ("logo.said-instruction", ["number", "date"]),
        ("logo.said-agreement", ["number", "date"]), ("logo.said-none", []), ("logo.said-none-why", ["reason"]),
        ("logo.finding-missing", ["field"]), ("logo.finding-plan-does-not-cover", ["plan", "event"]),
        ("logo.finding-event-passed", ["day"]), ("logo.finding-event-near", ["day"]),
        ("logo.finding-same-event", ["number", "state"]),
        ("logo.denied-wrong-region", ["region"]), ("logo.denied-already-decided", ["state", "name", "moment"]),
        ("logo.denied-taken-by", ["name"]), ("logo.denied-not-in-this-state", ["state"]),
        ("logo.denied-incomplete", ["findings"]), ("logo.denied-not-marked", ["fields"]),
        ("logo.denied-too-soon", ["moment"]), ("logo.denied-not-over", ["day"]),
        ("logo.copied", ["number"]), ("logo.fix", ["number", "fields", "reason"]), ("logo.noticed", ["findings"]),
        ("logo.same", ["requests"]), ("logo.anyway", []), ("logo.stop", []), ("logo.sent", ["number"]),
        ("logo.sent-again", ["number"]), ("logo.sent-to-person", ["number"]), ("logo.to-card", []),
        ("logo.too-early", []), ("logo.details-needed", []),
        ("mylogo.list", ["lines"]), ("mylogo.line", ["place", "title", "state", "number"]), ("mylogo.none", []),
        ("mylogo.new", []), ("mylogo.newer", []), ("mylogo.older", []), ("mylogo.card", ["card"]),
        ("mylogo.number-label", []), ("mylogo.state-label", []), ("mylogo.sent-label", []),
        ("mylogo.permitted-label", []), ("mylogo.condition-label", []), ("mylogo.marked-label", []),
        ("mylogo.reason-label", []), ("mylogo.withdraw-sure", ["number", "title"]),
        ("mylogo.withdrawn", ["number"]), ("mylogo.reminded", ["number"]), ("mylogo.appealed", ["number"]),
        ("mylogo.closed", ["number"]),
        .. new[]
        {
            "draft", "submitted", "in-review", "returned", "approved", "amended", "refused", "withdrawn", "expired",
            "revoked", "auto-refused", "human-review", "closed",
        }.Select(state => ($"mylogo.plain-{state}", Array.Empty<string>())),
    ];

    /// <summary>Those that label buttons.</summary>
    public static readonly string[] Labels =
    [
        "logo.anyway", "logo.stop", "logo.to-card", "mylogo.new", "mylogo.newer", "mylogo.older", "mylogo.fix",
        "mylogo.appeal", "mylogo.accept", "mylogo.remind", "mylogo.withdraw", "mylogo.copy", "mylogo.all",
        "mylogo.sure", "mylogo.leave",
    ];
}
