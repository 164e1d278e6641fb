using Ruhani.Bot.Activities;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Logo;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.People;

/// <summary>First contact, the choice of language, the menu and the help.</summary>
public sealed class WelcomeVerbs : IVerbSource
{
    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs { get; } =
    [
        new Verb("start.welcome", ["menu"], Welcome),
        new Verb("language.ask", ["kazakh", "latin", "russian"], AskLanguage),
        new Verb("language.kazakh", ["menu"], (turn, _) => SetLanguage(turn, Language.Kazakh)),
        new Verb("language.latin", ["menu"], (turn, _) => SetLanguage(turn, Language.Kazakh, Script.Latin)),
        new Verb("language.russian", ["menu"], (turn, _) => SetLanguage(turn, Language.Russian)),
        new Verb("menu.show", [], (turn, _) => Menu(turn)),
        new Verb("help.show", [], (turn, _) => Help(turn)),
    ];

    // A deep link to an invitation: t.me/…?start=i_CODE.
    private const string InvitePayload = "i_";

    // A deep link from the staff group to a request: t.me/…?start=p_NUMBER.
    private const string PendingPayload = "p_";

    private static VerbResult Welcome(Turn turn, string payload)
    {
        // A deep link (t.me/…?start=project_auyl) leads straight to an entry; dots can't stand in one, so they are '_'.
        if (payload.Length > 0 && turn.Content.Knowledge.TryGet(payload.Replace('_', '.'), out var entry))
        {
            turn.StartDialog(turn.Content.Dialogs.AnyText!.Name, entry.Id);
            return VerbResult.Wait;
        }

        if (payload.StartsWith(InvitePayload, StringComparison.Ordinal))
        {
            turn.StartDialog("join", payload[InvitePayload.Length..]);
            return VerbResult.Wait;
        }

        if (payload.StartsWith(PendingPayload, StringComparison.Ordinal))
        {
            turn.StartDialog("pending", payload[PendingPayload.Length..]);
            return VerbResult.Wait;
        }

        if (payload.StartsWith(RequestNumber.LinkPrefix, StringComparison.Ordinal))
        {
            turn.StartDialog("verify", payload);
            return VerbResult.Wait;
        }

        if (Languages.FromTag(turn.Person.Language) is not null)
        {
            turn.Say("start.welcome-back");
            return new VerbResult("menu");
        }

        turn.Say("start.welcome", choices: LanguageChoices(turn));
        return VerbResult.Wait;
    }

    /// <summary>
    /// Offers the languages beneath the answer to a first message that already asked for something, so that nobody has
    /// to choose before being answered.
    /// </summary>
    internal static void OfferLanguage(Turn turn)
    {
        if (turn.IsFirstContact && !turn.Activity.IsGroup && turn.Person.Language is null && turn.Replies.Count > 0
            && turn.Replies.All(reply => reply.Key is not ("start.welcome" or "language.ask")))
        {
            turn.Say("language.offer", choices: LanguageChoices(turn));
        }
    }

    private static VerbResult AskLanguage(Turn turn, string argument)
    {
        // «русский», «орысша айтшы»: the whole message is the wish.
        var wish = argument.Length > 0 ? argument : (turn.Activity as TextActivity)?.Text ?? "";
        if (Wished(turn, wish) is { } outcome)
        {
            return new VerbResult(outcome);
        }

        turn.Say("language.ask", choices: LanguageChoices(turn));
        return VerbResult.Wait;
    }

    // Who reads Latin and asks for Kazakh in Latin letters means those letters.
    private static string? Wished(Turn turn, string wish)
    {
        var script = wish == Scripts.KazakhLatinTag ? Script.Latin : turn.Content.Phrases.NamedScript(wish);
        return (Languages.FromTag(wish) ?? turn.Content.Phrases.NamedLanguage(wish), script) switch
        {
            (Language.Russian, _) => "russian",
            (_, Script.Latin) => "latin",
            (Language.Kazakh, null) when turn.Script == Script.Latin && Languages.FromTag(wish) is null
                && !PhraseBook.HasCyrillic(wish) => "latin",
            (null, null) => null,
            _ => "kazakh",
        };
    }

    // Each language in its own words and letters, the one guessed for the person first.
    private static List<Choice> LanguageChoices(Turn turn)
    {
        Choice Offer(string key, string tag) =>
            turn.StartChoice("language", turn.Label(key), tag) with { KeepsLetters = true };
        Choice[] kazakh =
            [Offer("language.kazakh", "kk"), Offer("language.latin", Scripts.KazakhLatinTag)];
        var russian = Offer("language.russian", "ru");
        return turn.Language == Language.Russian ? [russian, .. kazakh] : [.. kazakh, russian];
    }

    private static VerbResult SetLanguage(Turn turn, Language language, Script script = Script.Cyrillic)
    {
        turn.Language = language;
        turn.Person = turn.Person with
        {
            Language = language.Code(),
            LastLanguage = language.Code(),
            Script = script.Code(),
        };
        turn.Say("language.set");
        // In the middle of a form the same step is offered again, and the menu would only stand between.
        return turn.Form is null ? new VerbResult("menu") : VerbResult.Wait;
    }

    private static VerbResult Menu(Turn turn)
    {
        turn.Say("menu.show", choices:
        [
            .. turn.Content.Dialogs.Menu(turn.Content.Texts, turn.Roles)
                .Select(dialog => turn.StartChoice(dialog.Name, turn.Label("titles." + dialog.Name))),
        ]);
        return VerbResult.Wait;
    }

    private static VerbResult Help(Turn turn)
    {
        var commands = new RichText.Builder();
        foreach (var command in turn.Content.Dialogs.Commands(
            turn.Content.Texts, turn.Language, turn.Roles))
        {
            commands.AddPlain("\n", bold: false).Add(turn.Content.Texts.Render(
                turn.Language,
                "help.command",
                TextArguments.Of(("name", "/" + command.Name), ("description", command.Description))));
        }

        turn.Say("help.show", TextArguments.Of(("commands", commands.Build())));
        return VerbResult.Wait;
    }
}
