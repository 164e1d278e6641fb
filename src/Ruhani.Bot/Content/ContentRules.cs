using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Knowledge;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Content;

/// <summary>Rules across texts, knowledge and dialogs, and the texts the code itself says.</summary>
internal static class ContentRules
{
    private const int MaxToken = 64;
    private const int MaxButtonLabel = 20;

    // The texts that code names, with the placeholders it fills; dialogs name theirs themselves.
    private static readonly (string Key, string[] Placeholders)[] CodeTexts =
    [
        ("common.choose", []), ("common.answer-by-number", []),
        ("ask.card", ["title", "answer", "notes", "source", "edition", "asof"]),
        ("ask.more", []), ("ask.less", []), ("ask.in-kazakh", []), ("ask.in-russian", []),
        ("ask.helpful", []), ("ask.unhelpful", []),
        ("ask.thanks-helpful", []), ("ask.thanks-unhelpful", []),
        ("ask.differs", ["text"]), ("ask.outdated", ["text"]), ("ask.office", ["details"]),
        ("ask.did-you-mean", []), ("ask.none-of-these", []), ("ask.prompt", []),
        ("ask.not-found", []), ("ask.not-found-nearest", []), ("ask.contacts", []),
        ("ask.no-indicators", ["title"]),
        ("glossary.letters", []), ("glossary.page", ["letter", "page", "pages"]),
        ("glossary.only-page", ["letter"]), ("glossary.back", []), ("glossary.next", []), ("glossary.previous", []),
        ("projects.list", []), ("directions.list", []), ("menu.show", []),
        ("help.show", ["commands"]), ("help.command", ["name", "description"]),
        ("language.ask", []), ("language.offer", []), ("language.set", []),
        ("language.kazakh", []), ("language.latin", []), ("language.russian", []),
        ("start.welcome", []), ("start.welcome-back", []),
        ("errors.sorry", []), ("errors.stale", []), ("errors.empty", []), ("errors.too-long", ["max"]),
        ("errors.no-words", []),
        ("errors.no-such-number", ["max"]), ("errors.not-for-you", []),
        ("form.first-question", ["question"]), ("form.question", ["question"]),
        ("form.asked-again", ["question", "value"]), ("form.answer", ["label", "value"]), ("form.nothing", []),
        ("form.yes", []), ("form.no", []), ("form.back", []), ("form.cancel", []), ("form.skip", []),
        ("form.keep", []), ("form.done", []), ("form.edit", []), ("form.later", []), ("form.go-on", []),
        ("form.drop", []), ("form.resume", []), ("form.fresh", []), ("form.mine-is-answer", []),
        ("form.draft-found", ["form", "day"]), ("form.parked-waits", ["form"]), ("form.goes-on", []),
        ("form.private-only", []), ("form.cancelled", []), ("form.stopped", []),
        ("form.cancel-sure", ["form"]), ("form.saved", ["form"]),
        ("form.nothing-open", []), ("form.draft-gone", []), ("form.at-first", []), ("form.edit-which", []),
        ("form.mine", []), ("form.mine-list", ["lines"]),
        ("form.none-of-mine", []), ("form.idle-reminder", ["form"]), ("form.changed", ["form"]),
        ("form.gone", []), ("form.over", []), ("form.choose-one", []),
        ("settings.show", ["language", "state", "topics", "region", "frequency", "quiet"]),
        ("settings.none", ["language"]), ("settings.refused", ["language"]), ("settings.language", []),
        ("settings.topics", []), ("settings.region", []), ("settings.frequency", []), ("settings.quiet", []),
        ("settings.pause", []), ("settings.resume", []), ("settings.stop", []), ("settings.subscribe", []),
        ("settings.data", []), ("settings.announcements", []), ("settings.all-topics", []),
        ("settings.state-subscribed", []), ("settings.state-paused", ["day"]), ("settings.state-stopped", []),
        ("settings.state-none", []), ("settings.quiet-none", []), ("settings.quiet-same", []),
        ("settings.pause-today", []), ("settings.private-only", []),
        ("unsubscribe.sure", []), ("unsubscribe.yes", []), ("unsubscribe.no", []), ("unsubscribe.kept", []),
        ("unsubscribe.none", []), ("unsubscribe.already", []), ("unsubscribe.which", ["form"]),
        ("unsubscribe.leave-form", []), ("unsubscribe.leave-news", []), ("unsubscribe.stopped", []),
        ("unsubscribe.started", []), ("unsubscribe.started-already", []),
        ("consent.version", []), ("consent.raised", ["form"]),
        ("roles.all", []), ("roles.nobody", []), ("roles.invite", []), ("roles.list", []),
        ("roles.card", ["name", "roles", "region", "day"]),
        ("roles.card-suspended", ["name", "roles", "region", "day"]),
        ("roles.suspend", []), ("roles.restore", []), ("roles.remove", []), ("roles.suspend-sure", ["name"]),
        ("roles.remove-sure", ["name"]), ("roles.suspended", ["name"]), ("roles.restored", ["name"]),
        ("roles.removed", ["name"]), ("roles.joined", ["name", "roles"]), ("roles.gone", []), ("roles.own", []),
        ("roles.configured", []), ("roles.last", []), ("leave.deputy", ["name", "days"]), ("link.code", ["code"]),
        ("link.linked", []), ("link.linked-already", []), ("link.unlink", []), ("link.unlinked", []),
        ("link.unknown", []), ("link.same", []), ("audit.empty", []), ("audit.outsider", []),
        ("audit.show", ["from", "to", "count", "lines"]), ("audit.line", ["number", "moment", "act", "by", "about"]),
        ("audit.line-alone", ["number", "moment", "act", "by"]), ("audit.older", []), ("audit.newer", []),
        ("audit.verify", []), ("audit.back", []), ("audit.whole", ["count", "digest"]),
        ("consent.raised-first", ["form"]), ("form.not-in-list", ["fault", "question"]), ("unsubscribe.never", []),
        ("audit.broken", ["count", "numbers"]), ("audit.erased", []),
        ("slots.which", []), ("slots.no-words", []), ("slots.too-short", ["min", "count"]),
        ("slots.too-long", ["max", "length", "count"]), ("slots.too-few", ["min", "count"]),
        ("slots.too-many-files", ["max", "count"]), ("slots.file-received", ["name", "count"]),
        ("slots.expected-text", []), ("slots.expected-choice", []), ("slots.expected-choices", []),
        ("slots.expected-yes-no", []), ("slots.expected-number", []), ("slots.expected-date", []),
        ("slots.expected-time", []), ("slots.expected-moment", []), ("slots.expected-period", []),
        ("slots.expected-phone", []), ("slots.expected-person", []), ("slots.expected-place", []),
        ("slots.no-iin", []), ("slots.past", []), ("slots.ahead", []), ("slots.too-far", ["max", "count"]),
        ("slots.bad-day", ["value"]), ("slots.bad-month", ["value"]), ("slots.bad-year", ["value"]),
        ("slots.bad-day-of-month", ["value"]), ("slots.bad-day-of-year", ["value"]),
        ("slots.bad-weekday", ["value"]), ("slots.bad-hour", ["value"]), ("slots.bad-minute", ["value"]),
        ("slots.past-moment", []), ("slots.moment-needs-day", []), ("slots.moment-needs-time", []),
        ("slots.period-needs-end", []), ("slots.period-needs-beginning", []), ("slots.backwards", []),
        ("slots.period-too-long", ["max", "count"]), ("slots.phone-too-short", []), ("slots.phone-too-long", []),
        ("slots.phone-unknown-code", []), ("slots.several-phones", []), ("slots.extension", []),
        ("slots.not-whole", []), ("slots.several-numbers", []), ("slots.too-small", ["min"]),
        ("slots.too-large", ["max"]), ("slots.person-letters", []), ("slots.person-mixed", []),
        ("slots.person-too-long", []),
        ("slots.expected-file", []), ("slots.expected-file-itself", []),
        ("errors.unknown-command", []), ("errors.slow-down", []),
        ("errors.photo", []), ("errors.file", []), ("errors.voice", []), ("errors.location", []),
        ("errors.contact", []), ("errors.unsupported", []),
    ];

    // Texts that label buttons, and so must fit the narrowest network's.
    private static readonly string[] Labels =
    [
        "common.choose", "ask.more", "ask.less", "ask.in-kazakh", "ask.in-russian", "ask.helpful", "ask.unhelpful",
        "ask.none-of-these", "ask.contacts", "glossary.back", "glossary.next", "glossary.previous",
        "language.kazakh", "language.latin", "language.russian",
        "roles.invite", "roles.list", "roles.suspend", "roles.restore", "roles.remove", "link.unlink",
        "settings.language", "settings.topics", "settings.region", "settings.frequency", "settings.quiet",
        "settings.pause", "settings.resume", "settings.stop", "settings.subscribe", "settings.data",
        "unsubscribe.yes", "unsubscribe.no", "unsubscribe.leave-form", "unsubscribe.leave-news",
        "subscribe.at_once", "subscribe.daily", "subscribe.weekly", "subscribe.usual", "subscribe.own",
        "subscribe.none", "subscribe.all", "subscribe.some",
        "form.yes", "form.no", "form.back", "form.cancel", "form.skip", "form.keep", "form.done", "form.edit",
        "form.later", "form.go-on", "form.drop", "form.resume", "form.fresh", "form.mine-is-answer",
    ];

    public static void Check(
        TextCatalog texts,
        IReadOnlyDictionary<(Language, string), ContentNode> places,
        KnowledgeBase knowledge,
        DialogCatalog dialogs,
        List<ContentProblem> problems)
    {
        foreach (var (key, placeholders) in CodeTexts.Concat(LogoTexts.All).Concat(ReviewTexts.All))
        {
            if (!places.TryGetValue((Language.Kazakh, key), out var place))
            {
                problems.Add(new ContentProblem($"localization/kk/texts/{key.Split('.')[0]}.yaml", 0,
                    $"the text '{key}' is missing"));
            }
            else if (texts.Placeholders(key).Except(placeholders).FirstOrDefault() is { } unknown)
            {
                place.Report(
                    $"'{key}' has no placeholder {{{unknown}}}; it may have: {string.Join(", ", placeholders)}");
            }
        }

        CheckConsent(texts, places);
        CheckLabels(texts, places, dialogs);
        CheckPhrases(texts, places, dialogs);
        CheckTokens(knowledge, dialogs, problems);
        CheckDialogs(knowledge, dialogs, problems);
    }

    // One text in two languages: whoever accepted the one has accepted the other.
    private static void CheckConsent(
        TextCatalog texts, IReadOnlyDictionary<(Language, string), ContentNode> places)
    {
        if (Languages.All.All(language => texts.Has(language, "consent.version"))
            && texts.Label(Language.Kazakh, "consent.version") != texts.Label(Language.Russian, "consent.version"))
        {
            places[(Language.Russian, "consent.version")].Report("the consent text has one version in both languages");
        }
    }

    private static void CheckLabels(
        TextCatalog texts, IReadOnlyDictionary<(Language, string), ContentNode> places, DialogCatalog dialogs)
    {
        var choices = dialogs.Dialogs.SelectMany(dialog => dialog.States.Values
            .SelectMany(state => state.Choices.Select(choice => $"{dialog.Name}.{choice}")));
        var titles = dialogs.Dialogs.Select(dialog => "titles." + dialog.Name);
        string[] named = [.. Labels, .. LogoTexts.Labels, .. ReviewTexts.Labels];
        foreach (var key in named.Concat(choices).Concat(titles).Distinct())
        {
            foreach (var language in Languages.All.Where(language => texts.Has(language, key)))
            {
                if (texts.Placeholders(key).Count > 0)
                {
                    continue;
                }

                var label = texts.Render(language, key);
                if (label.Length > MaxButtonLabel)
                {
                    places[(language, key)].Report(
                        $"the label '{key}' has {label.Length} characters; at most {MaxButtonLabel} fit a button");
                }
                else if (language == Language.Kazakh && label.In(Script.Latin) is var latin
                    && latin.Length > MaxButtonLabel)
                {
                    places[(language, key)].Report(
                        $"the label '{key}' has {latin.Length} characters in Latin («{latin}»); " +
                        $"at most {MaxButtonLabel} fit a button");
                }
            }
        }
    }

    private static void CheckPhrases(
        TextCatalog texts, IReadOnlyDictionary<(Language, string), ContentNode> places, DialogCatalog dialogs)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in dialogs.Dialogs.SelectMany(dialog => dialog.StartsOn).Select(start => start.Phrase)
            .OfType<string>().Distinct())
        {
            foreach (var (language, phrase) in Languages.All
                .SelectMany(language => texts.Phrases(language, key).Select(phrase => (language, phrase))))
            {
                var words = PhraseBook.Key(phrase);
                if (!owners.TryAdd(words, key) && owners[words] is var owner && owner != key)
                {
                    places[(language, "phrases:" + key)].Report($"«{phrase}» starts '{owner}' already");
                }
            }
        }
    }

    private static void CheckTokens(KnowledgeBase knowledge, DialogCatalog dialogs, List<ContentProblem> problems)
    {
        var longest = knowledge.Entries.MaxBy(entry => entry.Id.Length)?.Id ?? "";
        foreach (var dialog in dialogs.Dialogs.Where(dialog => dialog == dialogs.AnyText))
        {
            var triggers = dialog.States.Values
                .Where(state => state.Verb?.StartsWith("knowledge.card", StringComparison.Ordinal) == true
                    || state.Verb == "knowledge.full")
                .SelectMany(state => state.Triggers.Select(trigger => (State: state.Name, Trigger: trigger)))
                .Append((State: "", Trigger: DialogMachine.StartTrigger));
            foreach (var (state, trigger) in triggers)
            {
                var length = ButtonSigner.WireLength(
                    new ButtonToken(dialog.Name, dialog.Version, state, trigger, longest))
                    + EntryLink.LanguageLength;
                if (length > MaxToken)
                {
                    problems.Add(new ContentProblem($"dialogs/{dialog.Name}/{dialog.Name}.dialog.yaml", 0,
                        $"a button from '{state}' by '{trigger}' about '{longest}' needs {length} bytes; " +
                        $"at most {MaxToken} fit: shorten a name or the entry's id"));
                }
            }
        }
    }

    private static void CheckDialogs(KnowledgeBase knowledge, DialogCatalog dialogs, List<ContentProblem> problems)
    {
        if (dialogs.AnyText is null)
        {
            problems.Add(new ContentProblem("dialogs", 0, "no dialog starts on any_text"));
        }

        if (dialogs.FirstContact is null)
        {
            problems.Add(new ContentProblem("dialogs", 0, "no dialog starts on first_contact"));
        }

        foreach (var dialog in dialogs.Dialogs)
        {
            foreach (var intent in dialog.StartsOn.Select(start => start.Intent).OfType<string>()
                .Where(intent => !knowledge.TryGet(intent, out _)))
            {
                problems.Add(new ContentProblem($"dialogs/{dialog.Name}/{dialog.Name}.dialog.yaml", 0,
                    $"the intent '{intent}' is not an entry of the catalogue"));
            }
        }
    }
}
