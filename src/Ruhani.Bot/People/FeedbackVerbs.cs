using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.People;

/// <summary>Keeps opinions.</summary>
public sealed class FeedbackVerbs : IVerbSource
{
    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs { get; } = [new Verb("feedback.save", ["saved"], Save)];

    private static VerbResult Save(Turn turn, string argument)
    {
        turn.Record(
            DocumentKind.Opinion,
            new Opinion(
                turn.Answers.Find<SlotValue.Choice>("about")!.Option,
                turn.Answers.Find<SlotValue.Text>("words")!.Words,
                turn.Answers.Find<SlotValue.Choice>("mark")?.Option,
                turn.Language.Code(),
                turn.Now.ToUnixTimeMilliseconds()),
            StateJson.Stored.Opinion);
        return new VerbResult("saved");
    }
}
