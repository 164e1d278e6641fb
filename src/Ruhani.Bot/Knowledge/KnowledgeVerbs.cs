using Ruhani.Bot.Dialogs;
using Ruhani.Bot.People;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Knowledge;

/// <summary>Asking the guide: search, the answer card, "did you mean", the honest "not in the guide".</summary>
public sealed class KnowledgeVerbs : IVerbSource
{
    private const int MaxRelated = 3;
    private const int MaxOptions = 3;
    private static readonly string[] CardOutcomes =
        ["more", "less", "kk", "ru", "yes", "no"];

    // Where a person looks for somebody to call.
    private static readonly string[] ContactEntries = ["programme.contacts", "dialog.operator"];

    private readonly TurnOptions _options;
    private readonly OfficeOptions _office;

    /// <summary>The verbs.</summary>
    public KnowledgeVerbs(TurnOptions options, OfficeOptions office)
    {
        _options = options;
        _office = office;
        Verbs =
        [
            new Verb("knowledge.search", ["found", "choose", "unknown", "empty", "rude"], Search),
            new Verb("knowledge.card", CardOutcomes, (turn, id) => Show(turn, id, isFull: false)),
            new Verb("knowledge.full", CardOutcomes, (turn, id) => Show(turn, id, isFull: true)),
            new Verb("knowledge.card_kk", CardOutcomes, (turn, id) => ShowIn(turn, id, Language.Kazakh)),
            new Verb("knowledge.card_ru", CardOutcomes, (turn, id) => ShowIn(turn, id, Language.Russian)),
            new Verb("knowledge.choose", ["none"], Choose),
            new Verb("knowledge.unknown", [], Unknown),
            new Verb("knowledge.helpful", [], (turn, id) => Rate(turn, id, isHelpful: true)),
            new Verb("knowledge.unhelpful", [], (turn, id) => Rate(turn, id, isHelpful: false)),
        ];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs { get; }

    private VerbResult Search(Turn turn, string question)
    {
        if (question.Length == 0)
        {
            return new VerbResult("empty");
        }

        // Buttons and deep links name an entry.
        if (Follow(turn, question) is not null)
        {
            return new VerbResult("found", question);
        }

        if (AsksMissingIndicators(turn, question) is { } topic)
        {
            turn.Say(
                "ask.no-indicators",
                TextArguments.Of(("title", topic.In(turn.Language).Title)),
                [turn.EntryChoice(topic.Id)]);
            return VerbResult.Wait;
        }

        var result = FollowUp(turn, question) ?? turn.Content.Search.Search(question, turn.SavedLanguage);
        turn.Found = result;
        if (result.LanguageIsSure && TellsLanguage(turn, question, result))
        {
            turn.Language = result.Language;
            turn.Person = turn.Person with { LastLanguage = result.Language.Code() };
        }

        BotMetrics.Questions.Add(1, new KeyValuePair<string, object?>("band", result.Band.ToString()));
        switch (result.Band)
        {
            case SearchBand.Answer when result.Hits[0].Entry.Id is var id:
                if (turn.Content.Dialogs.TryGetByIntent(id, out var start) && start.Dialog.IsFor(turn.Roles))
                {
                    turn.GoTo(new NextStep.Start(start.Dialog.Name, question, start.Trigger));
                    return VerbResult.Wait;
                }

                return new VerbResult("found", id);
            case SearchBand.DidYouMean when !turn.Content.Phrases.IsRude(question, isAlone: true):
                turn.Conversation = turn.Conversation with { LastQuestion = question };
                return new VerbResult("choose", Join(result.Hits));
            // Nobody needs to read an insult later: it is answered calmly and not kept with the open questions.
            default:
                return turn.Content.Phrases.IsRude(question)
                    ? new VerbResult("rude")
                    : new VerbResult("unknown", question);
        }
    }

    // A word or two that the guide doesn't know tell too little to change the language of the talk.
    private static bool TellsLanguage(Turn turn, string question, SearchResult result) =>
        result.Band != SearchBand.Unknown
        || (turn.SavedLanguage ?? Languages.FromTag(turn.Activity.From.LanguageHint)) is null
        || question.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > 2;

    // «ал индикаторлары?»: the words alone say little, with the last topic's title beside them they say it all.
    private SearchResult? FollowUp(Turn turn, string question)
    {
        if (TopicOf(turn, question) is not { } entry)
        {
            return null;
        }

        var alone = turn.Content.Search.Search(question, turn.SavedLanguage);
        var title = entry.In(alone.Language).Title;
        var result = turn.Content.Search.Search($"{question} {title}", alone.Language);
        var near = result.Hits.FirstOrDefault(hit => hit.Entry.Id == entry.Id || IsNear(hit.Entry, entry));
        if (alone.Band == SearchBand.Answer && (near is null || near.Score < alone.Hits[0].Score))
        {
            // «А что такое национальный код?» begins like a follow-up, and says all by itself.
            return alone;
        }

        return near is null
            ? null
            : new SearchResult(alone.Language, alone.LanguageIsSure, SearchBand.Answer, [near]);
    }

    // The topic a follow-up is about; null when the question is none.
    private Entry? TopicOf(Turn turn, string question) =>
        turn.Conversation.Topic is { } topic
        && turn.Now.ToUnixTimeMilliseconds() - turn.Conversation.TopicAt <= _options.FollowUpMinutes * 60_000L
        && turn.Content.Knowledge.TryGet(topic, out var entry)
        && turn.Content.Phrases.IsFollowUp(question)
            ? entry
            : null;

    // «Ал индикаторлары?» about a topic that has none is not answered with the topic once more.
    private Entry? AsksMissingIndicators(Turn turn, string question)
    {
        if (TopicOf(turn, question) is not { Kind: not EntryKind.Indicators } topic
            || turn.Content.Knowledge.OfKind(EntryKind.Indicators).Any(entry => IsNear(entry, topic)))
        {
            return null;
        }

        var alone = turn.Content.Search.Search(question, turn.SavedLanguage);
        if (alone.Band == SearchBand.Answer || alone.Hits is not [{ Entry.Kind: EntryKind.Indicators }, ..])
        {
            return null;
        }

        turn.Language = alone.LanguageIsSure ? alone.Language : turn.Language;
        return topic;
    }

    // The entry a button is about; from here on the turn speaks the language the button stood in.
    private static Entry? Follow(Turn turn, string argument)
    {
        var link = EntryLink.Parse(argument);
        if (!turn.Content.Knowledge.TryGet(link.Id, out var entry))
        {
            return null;
        }

        turn.Language = link.Language ?? turn.Language;
        return entry;
    }

    private static bool IsNear(Entry candidate, Entry topic) =>
        candidate.Id.StartsWith(topic.Id + ".", StringComparison.Ordinal)
        || topic.Id.StartsWith(candidate.Id + ".", StringComparison.Ordinal);

    private VerbResult ShowIn(Turn turn, string argument, Language language) =>
        Show(turn, (EntryLink.Parse(argument) with { Language = language }).ToString(), isFull: false);

    private VerbResult Show(Turn turn, string argument, bool isFull)
    {
        if (Follow(turn, argument) is not { } entry)
        {
            turn.Say("errors.stale");
            return VerbResult.Wait;
        }

        var about = new EntryLink(entry.Id, turn.Language).ToString();
        turn.Conversation = turn.Conversation with { Topic = entry.Id, TopicAt = turn.Now.ToUnixTimeMilliseconds() };
        var text = entry.In(turn.Language);
        var other = turn.Language.Other();
        var choices = new List<Choice>();
        if (HasMore(text))
        {
            choices.Add(isFull
                ? turn.Choice("less", about, turn.Label("ask.less"))
                : turn.Choice("more", about, turn.Label("ask.more")));
        }

        choices.Add(turn.Choice(
            other == Language.Kazakh ? "kk" : "ru",
            about,
            turn.Label(other == Language.Kazakh ? "ask.in-kazakh" : "ask.in-russian")));
        choices.AddRange(entry.Related.Take(MaxRelated).Select(related => turn.EntryChoice(related)));
        choices.Add(turn.Choice("yes", about, turn.Label("ask.helpful")));
        choices.Add(turn.Choice("no", about, turn.Label("ask.unhelpful")));
        turn.Say(
            "ask.card",
            TextArguments.Of(
                ("title", text.Title),
                ("answer", isFull ? text.Text : text.Brief),
                ("notes", Notes(turn, entry, isFull)),
                ("source", text.Source),
                ("edition", entry.Edition),
                ("asof", entry.AsOf)),
            choices,
            replaces: true);
        return VerbResult.Wait;
    }

    private static bool HasMore(EntryText text) =>
        text.Differs is not null || text.Text.ToString() != text.Brief.ToString();

    private RichText Notes(Turn turn, Entry entry, bool isFull)
    {
        var text = entry.In(turn.Language);
        var builder = new RichText.Builder();
        if (ContactEntries.Contains(entry.Id) && _office.Details(turn.Language) is { } details)
        {
            builder.AddPlain("\n\n", bold: false).Add(turn.Content.Texts.Render(
                turn.Language, "ask.office", TextArguments.Of(("details", details))));
        }

        if (isFull && text.Differs is { } differs)
        {
            builder.AddPlain("\n\n", bold: false)
                .Add(turn.Content.Texts.Render(turn.Language, "ask.differs", TextArguments.Of(("text", differs))));
        }

        if (text.Outdated is { } outdated)
        {
            builder.AddPlain("\n\n", bold: false)
                .Add(turn.Content.Texts.Render(turn.Language, "ask.outdated", TextArguments.Of(("text", outdated))));
        }

        return builder.BuildUntrimmed();
    }

    private static VerbResult Choose(Turn turn, string ids)
    {
        var choices = Split(ids).Select(id => turn.EntryChoice(id)).ToList();
        choices.Add(turn.Choice("none", "", turn.Label("ask.none-of-these")));
        turn.Say("ask.did-you-mean", choices: choices);
        return VerbResult.Wait;
    }

    private static VerbResult Unknown(Turn turn, string question)
    {
        // «None of these» leads here without a question: the one before it was answered with a choice.
        var nearest = (turn.Found?.Hits ?? []).Take(MaxOptions).Select(hit => hit.Entry.Id)
            .Where(id => id != "programme.contacts").ToList();
        turn.Record(
            DocumentKind.Question,
            new UnansweredQuestion(
                question.Length > 0 ? question : turn.Conversation.LastQuestion ?? "",
                turn.Language.Code(),
                turn.Activity.Conversation.ToString(),
                nearest,
                turn.Now.ToUnixTimeMilliseconds()),
            StateJson.Stored.UnansweredQuestion);
        var choices = nearest.Select(id => turn.EntryChoice(id)).ToList();
        if (turn.Content.Knowledge.TryGet("programme.contacts", out var contacts))
        {
            choices.Add(turn.EntryChoice(contacts.Id, turn.Label("ask.contacts")));
        }

        turn.Say(nearest.Count > 0 ? "ask.not-found-nearest" : "ask.not-found", choices: choices);
        return VerbResult.Wait;
    }

    private static VerbResult Rate(Turn turn, string argument, bool isHelpful)
    {
        if (Follow(turn, argument) is not { } entry)
        {
            turn.Say("errors.stale");
            return VerbResult.Wait;
        }

        turn.Record(
            DocumentKind.Feedback,
            new AnswerFeedback(entry.Id, turn.Language.Code(), isHelpful, turn.Now.ToUnixTimeMilliseconds()),
            StateJson.Stored.AnswerFeedback);
        turn.Say(
            isHelpful ? "ask.thanks-helpful" : "ask.thanks-unhelpful",
            choices: isHelpful
                ? []
                : [.. entry.Related.Take(MaxOptions)
                    .Select(related => turn.EntryChoice(related))]);
        return VerbResult.Wait;
    }

    private static string Join(IEnumerable<Hit> hits) =>
        string.Join(',', hits.Take(MaxOptions).Select(hit => hit.Entry.Id));

    private static string[] Split(string ids) => ids.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
