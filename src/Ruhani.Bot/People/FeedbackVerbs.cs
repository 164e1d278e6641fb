using System.Text.Json;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.People;

/// <summary>
/// Keeps opinions: without a trace of who gave them, unless the person left a telephone to be answered.
/// </summary>
public sealed class FeedbackVerbs : IVerbSource
{
    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs { get; } =
    [
        new Verb("feedback.without", ["ready"], Without),
        new Verb("feedback.save", ["saved"], Save),
    ];

    // Consent was refused: the opinion goes on without the telephone.
    private static VerbResult Without(Turn turn, string argument)
    {
        turn.SetAnswer("contact", new SlotValue.Nothing());
        return new VerbResult("ready");
    }

    private static VerbResult Save(Turn turn, string argument)
    {
        var phone = turn.Answers.Find<SlotValue.Phone>("contact");
        var opinion = new Opinion(
            turn.Answers.Find<SlotValue.Choice>("about")!.Option,
            turn.Answers.Find<SlotValue.Text>("words")!.Words,
            turn.Answers.Find<SlotValue.Choice>("mark")?.Option,
            turn.Language.Code(),
            turn.Now.ToUnixTimeMilliseconds(),
            phone is null ? null : PhoneSlots.Show(phone, turn.Label("slots.extension")),
            turn.Answers.Find<SlotValue.Event>("which")?.Id.ToUpperInvariant());
        turn.Put(null, new StoredDocument(
            DocumentKind.Opinion,
            turn.Activity.Id,
            0,
            JsonSerializer.Serialize(opinion, StateJson.Stored.Opinion),
            phone is null ? null : turn.Activity.From.Address,
            opinion.At));
        return new VerbResult("saved");
    }
}
