using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Knowledge;
using Ruhani.Bot.Office;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Content;

/// <summary>
/// Everything read from the content folder, as of one moment. A turn works on one snapshot from end to end.
/// </summary>
/// <param name="Texts">The texts.</param>
/// <param name="Knowledge">The entries.</param>
/// <param name="Search">The search over the entries.</param>
/// <param name="Dialogs">The dialogs.</param>
/// <param name="Phrases">Whole messages that start a dialog.</param>
/// <param name="Calendar">When the office works.</param>
public sealed record ContentSnapshot(
    TextCatalog Texts, KnowledgeBase Knowledge, IKnowledgeSearch Search, DialogCatalog Dialogs, PhraseBook Phrases,
    WorkingCalendar Calendar);
