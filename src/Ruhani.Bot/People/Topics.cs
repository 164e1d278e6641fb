using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Knowledge;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.People;

/// <summary>
/// What news can be about: the six directions and the seven special projects, by their entries' ids, and the
/// announcements.
/// </summary>
public static class Topics
{
    /// <summary>Announcements and invitations that belong to no one direction or project.</summary>
    public const string Announcements = "announcements";

    /// <summary>All topics with their names in the turn's language.</summary>
    public static IReadOnlyList<SlotOption> All(Turn turn) =>
    [
        new SlotOption(Announcements, turn.Label("settings.announcements")),
        .. turn.Content.Knowledge.OfKind(EntryKind.Direction).Concat(turn.Content.Knowledge.OfKind(EntryKind.Project))
            .Select(entry => new SlotOption(entry.Id, entry.In(turn.Language).Title)),
    ];

    /// <summary>Topics as people read them; one that the guide no longer has is left out.</summary>
    public static string Names(Turn turn, IReadOnlyList<string> topics) => topics.Count == 0
        ? turn.Label("settings.all-topics")
        : string.Join(", ", All(turn).Where(topic => topics.Contains(topic.Id)).Select(topic => topic.Label));
}
