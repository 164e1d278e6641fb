using System.Text.Json;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Timers;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.PersonalData;

/// <summary>
/// What a turn that deletes a person's data writes: the deletions, and what it sets for others. Nothing for the person.
/// </summary>
internal static class ErasureWrites
{
    public static IReadOnlyList<DocumentWrite> Of(Turn turn, Erasure erasure) =>
    [
        .. turn.Records,
        .. TimerWrites.Of(turn).Where(write => write.Delete || !IsFor(erasure.Scope, write.Document)),
    ];

    private static bool IsFor(PersonalScope scope, StoredDocument document)
    {
        var timer = JsonSerializer.Deserialize(document.Json, StateJson.Stored.BotTimer)!;
        return scope.IsIn(timer.Conversation) || scope.Is(timer.Person);
    }
}
