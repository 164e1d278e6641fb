using System.Globalization;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Dialogs.Forms;
using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Knowledge;
using Ruhani.Bot.Linguistics;
using Ruhani.Bot.Linguistics.Answers;
using Ruhani.Bot.Logo;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Turns;

/// <summary>
/// Hop 4: what an activity means here. A press, a number or the words of a choice fire its trigger; a command or a
/// phrase starts a dialog; any other text is a question.
/// </summary>
public sealed class TriggerResolver(ButtonSigner signer, FormQuestions questions, TurnOptions options)
{
    // Quotation marks, a dash, a full stop, a few spaces: what one may leave out when typing a label.
    private const int MaxDifference = 8;

    /// <summary>
    /// Decides; has no effect on the turn but what the activity tells of the person: language, a block.
    /// </summary>
    public async ValueTask<Resolution> ResolveAsync(Turn turn, CancellationToken cancellationToken)
    {
        switch (turn.Activity)
        {
            case ButtonActivity button:
                return FromToken(turn, signer.Verify(button.Conversation, button.Token));
            case CommandActivity command:
                return FromCommand(turn, command);
            case TimerActivity timer:
                return turn.Content.Dialogs.TryGet(timer.Dialog, out var dialog)
                    ? new Resolution.Fire(dialog, "", timer.Trigger, timer.Argument)
                    : new Resolution.Silence();
            case MembershipActivity membership:
                return FromMembership(turn, membership.Change);
            case TextActivity { Text: var text } when string.IsNullOrWhiteSpace(text):
                return new Resolution.Answer("errors.empty");
        }

        return Waiting(turn) is { } state
            ? await InFormAsync(turn, state, cancellationToken).ConfigureAwait(false)
            : turn.Activity switch
            {
                TextActivity text => FromText(turn, text.Text),
                PhotoActivity { Caption: { } caption } when !string.IsNullOrWhiteSpace(caption) =>
                    FromText(turn, caption),
                FileActivity { Caption: { } caption } when !string.IsNullOrWhiteSpace(caption) =>
                    FromText(turn, caption),
                PhotoActivity => turn.Content.Dialogs.Number is { } pictured
                    ? Start(pictured)
                    : new Resolution.Answer("errors.photo"),
                FileActivity => new Resolution.Answer("errors.file"),
                VoiceActivity => new Resolution.Answer("errors.voice"),
                LocationActivity => new Resolution.Answer("errors.location"),
                ContactActivity => new Resolution.Answer("errors.contact"),
                _ => new Resolution.Answer("errors.unsupported"),
            };
    }

    // The state in which the form at hand waits for the person; none in a group.
    private static DialogState? Waiting(Turn turn) => turn.Form is { State.Length: > 0 } run && !turn.Activity.IsGroup
        ? turn.Content.Dialogs.Get(run.Dialog).States[run.State]
        : null;

    // An answer first; words that steer, a question or another dialog when it can't be one.
    private async ValueTask<Resolution> InFormAsync(
        Turn turn, DialogState state, CancellationToken cancellationToken)
    {
        var text = (turn.Activity as TextActivity)?.Text.Trim();
        if (state.Kind != StateKind.Ask)
        {
            return text is null ? new Resolution.Answer("form.choose-one") : BesideAnswer(turn, text, state);
        }

        var type = turn.Content.Dialogs.Get(turn.Form!.Dialog).Slot(state.Slot!)!.Type;
        if (text is not null)
        {
            var isDigits = text.All(char.IsAsciiDigit);
            if (!(isDigits && TakesDigits(type)) && FindChoice(turn, text) is { } token)
            {
                return FromToken(turn, ButtonToken.Decode(token));
            }

            // «Керек емес» is an answer to a question of yes or no, and a word that steers anywhere else.
            if (turn.Content.Phrases.Find(text) is { Entry.Dialog.Steers: true } steering
                && (type != SlotType.YesNo || YesNoReader.Read(text) == YesNo.Unclear))
            {
                return StartIn(turn, steering.Entry, steering.Language);
            }
        }

        var reading = await questions.ReadAsync(turn, cancellationToken).ConfigureAwait(false);
        if (text is null)
        {
            return new Resolution.Fill(reading);
        }

        if (TakesWords(type))
        {
            return text.EndsWith('?') && !SlotReader.HasIin(text) && IsQuestion(turn, text)
                ? AskBeside(turn, text)
                : new Resolution.Fill(reading);
        }

        return reading is SlotReading.NoAnswer && BesideAnswer(turn, text, state) is Resolution.Fire beside
            ? beside
            : new Resolution.Fill(reading);
    }

    private Resolution BesideAnswer(Turn turn, string text, DialogState state)
    {
        if (state.Kind != StateKind.Ask && FindChoice(turn, text) is { } token)
        {
            return FromToken(turn, ButtonToken.Decode(token));
        }

        if (WithNumber(turn, text) is { } numbered)
        {
            return numbered;
        }

        if (turn.Content.Phrases.Find(text) is var (entry, language))
        {
            return StartIn(turn, entry, language);
        }

        return text.Length <= options.QuestionLength && (text.EndsWith('?') || IsQuestion(turn, text))
            ? Start(new DialogEntry(turn.Content.Dialogs.AnyText!), text)
            : new Resolution.Answer("form.choose-one");
    }

    private static bool IsQuestion(Turn turn, string text) =>
        turn.Content.Search.Search(text, turn.SavedLanguage).Band == SearchBand.Answer;

    // Should it have been the answer after all, a press takes it.
    private static Resolution.Fire AskBeside(Turn turn, string text)
    {
        turn.Form = turn.Form! with { Doubt = text };
        return Start(new DialogEntry(turn.Content.Dialogs.AnyText!), text);
    }

    private static bool TakesDigits(SlotType type) =>
        type is not (SlotType.Choice or SlotType.Choices or SlotType.YesNo or SlotType.Files or SlotType.Event);

    private static bool TakesWords(SlotType type) => type is SlotType.Text or SlotType.Place or SlotType.Person;

    private Resolution FromText(Turn turn, string raw)
    {
        var text = raw.Trim();
        if (text.Length > options.QuestionLength)
        {
            return new Resolution.Answer(
                "errors.too-long", TextArguments.Of(("max", options.QuestionLength)));
        }

        if (FindChoice(turn, text) is { } token)
        {
            return FromToken(turn, ButtonToken.Decode(token));
        }

        if (WithNumber(turn, text) is { } numbered)
        {
            return numbered;
        }

        if (turn.Conversation.Choices is { Count: > 0 } choices && text.All(char.IsAsciiDigit))
        {
            return new Resolution.Answer("errors.no-such-number", TextArguments.Of(("max", choices.Count)));
        }

        if (turn.Content.Phrases.Find(text) is var (entry, language))
        {
            return StartIn(turn, entry, language);
        }

        if (text.Length == 1 && char.IsLetter(text[0]) && turn.Content.Dialogs.Letter is { } byLetter)
        {
            return Start(byLetter, text);
        }

        return PhraseBook.Key(text).Length == 0
            ? new Resolution.Answer("errors.no-words")
            : Start(new DialogEntry(turn.Content.Dialogs.AnyText!), text);
    }

    // The number of a request, anywhere in what was written; one copied wrongly, too.
    private static Resolution.Fire? WithNumber(Turn turn, string text) =>
        turn.Content.Dialogs.Number is { } entry
        && RequestNumberReader.Read(text) is { } reading && (reading.Number is not null || reading.IsMistyped)
            ? Start(entry, text)
            : null;

    // A number or the very words of what was offered last.
    private static string? FindChoice(Turn turn, string text)
    {
        var choices = turn.Conversation.Choices;
        if (choices.Count == 0)
        {
            return null;
        }

        if (text.Length <= 3 && int.TryParse(
            text.TrimEnd('.', ')'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number >= 1 && number <= choices.Count ? choices[number - 1].Token : null;
        }

        // Ү and Ұ, Қ and К are one to the phrase book: the very words come first. I and İ are two letters in Latin.
        var exact = choices.FirstOrDefault(choice =>
            turn.Script == Script.Latin && LatinWriter.Lower(choice.Label) == LatinWriter.Lower(text))
            ?? choices.FirstOrDefault(choice => choice.Label.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (exact is not null)
        {
            return exact.Token;
        }

        // Most texts are questions: only labels of about their length are worth folding.
        var likely = choices.Where(choice => Math.Abs(choice.Label.Length - text.Length) <= MaxDifference).ToList();
        var key = PhraseBook.Key(text);
        return key.Length == 0
            ? null
            : (likely.Find(choice => PhraseBook.Key(choice.Label) == key) ?? FindBySound(likely, text))?.Token;
    }

    // Words in the one script, label in the other, or Latin words without their marks. What a single Latin letter
    // stands for is the glossary's to say, unless the labels are Latin.
    private static OfferedChoice? FindBySound(List<OfferedChoice> choices, string text)
    {
        var isLatin = !PhraseBook.HasCyrillic(text);
        var key = choices.Count == 0 ? "" : LatinReader.SoundKey(text);
        return key.Length == 0 ? null : choices.Find(choice =>
            PhraseBook.HasCyrillic(choice.Label) ? isLatin && text.Length > 1 && Sounds(choice) : Sounds(choice));

        bool Sounds(OfferedChoice choice) => LatinReader.SoundKey(choice.Label) == key;
    }

    private static Resolution FromToken(Turn turn, ButtonToken? token)
    {
        if (token is not null
            && turn.Content.Dialogs.TryGet(token.Dialog, out var dialog)
            && dialog.Version == token.Version
            && (token.State.Length == 0 || dialog.States.ContainsKey(token.State)))
        {
            return new Resolution.Fire(dialog, token.State, token.Trigger, token.Argument);
        }

        return new Resolution.Answer("errors.stale");
    }

    private static Resolution FromCommand(Turn turn, CommandActivity command)
    {
        if (turn.Content.Dialogs.TryGetByCommand(command.Name, out var entry))
        {
            return Start(entry, command.Payload);
        }

        // «/мәзір», «/помощь»: the person's own words for it.
        if (turn.Content.Phrases.Find(command.Name) is var (named, language))
        {
            return StartIn(turn, named, language);
        }

        // Somebody else's command in a group is none of our business.
        return turn.Activity.IsGroup ? new Resolution.Silence() : new Resolution.Answer("errors.unknown-command");
    }

    private static Resolution FromMembership(Turn turn, MembershipChange change)
    {
        switch (change)
        {
            case MembershipChange.Opened:
                return Start(turn.Content.Dialogs.FirstContact!);
            case MembershipChange.Blocked:
                turn.Person = turn.Person with { UnreachableSince = turn.Now.ToUnixTimeMilliseconds() };
                return new Resolution.Silence();
            case MembershipChange.Unblocked:
                turn.Person = turn.Person with { UnreachableSince = null };
                return new Resolution.Silence();
            default:
                return new Resolution.Silence();
        }
    }

    private static Resolution.Fire StartIn(Turn turn, DialogEntry entry, Language? language)
    {
        if (language is { } told)
        {
            turn.Language = told;
            turn.Person = turn.Person with { LastLanguage = told.Code() };
        }

        return Start(entry);
    }

    private static Resolution.Fire Start(DialogEntry entry, string argument = "") =>
        new(entry.Dialog, "", entry.Trigger, argument);
}

/// <summary>What an activity turned out to mean.</summary>
public abstract record Resolution
{
    private Resolution()
    {
    }

    /// <summary>A trigger of a dialog's state.</summary>
    public sealed record Fire(DialogDefinition Dialog, string State, string Trigger, string Argument) : Resolution;

    /// <summary>An answer to the question at hand, or a try at one.</summary>
    public sealed record Fill(SlotReading Reading) : Resolution;

    /// <summary>A plain answer, no dialog involved.</summary>
    public sealed record Answer(string Key, TextArguments? Arguments = null) : Resolution;

    /// <summary>Noted, nothing to say.</summary>
    public sealed record Silence : Resolution;
}
