using System.Text.Json;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Staff;

/// <summary>Makes one-time codes, finds those that still work, and uses them up; all with the turn.</summary>
public sealed class CodeBook(IStore store)
{
    /// <summary>Makes a code.</summary>
    /// <returns>The code to tell the person; it stands nowhere.</returns>
    public static string Make(Turn turn, TimeSpan validFor, Dialogs.Role? role = null, int region = 0)
    {
        var code = OneTimeCode.New();
        turn.Put(null, Document(OneTimeCode.IdOf(code), new OneTimeCode
        {
            Role = role,
            Region = region,
            By = turn.AccountAddress,
            Home = turn.Activity.Conversation.ToString(),
            Until = (turn.Now + validFor).ToUnixTimeMilliseconds(),
        }));
        return code;
    }

    /// <summary>A code nobody used and whose time is not over; null for any other.</summary>
    public async ValueTask<(OneTimeCode Code, StoredDocument Document)?> FindAsync(
        Turn turn, string code, CancellationToken cancellationToken)
    {
        var document = await store.FindAsync(DocumentKind.Code, OneTimeCode.IdOf(code), cancellationToken)
            .ConfigureAwait(false);
        var found = document is null ? null : JsonSerializer.Deserialize(document.Json, StateJson.Stored.OneTimeCode);
        return found is { UsedBy: null } && turn.Now.ToUnixTimeMilliseconds() < found.Until
            ? (found, document!)
            : null;
    }

    /// <summary>Uses a code up; of two who do so at once one is run again and finds it used.</summary>
    public static void Use(Turn turn, OneTimeCode code, StoredDocument document) =>
        turn.Put(document, Document(document.Id, code with { UsedBy = turn.AccountAddress }));

    private static StoredDocument Document(string id, OneTimeCode code) => new(
        DocumentKind.Code, id, 0, JsonSerializer.Serialize(code, StateJson.Stored.OneTimeCode), Sort: code.Until);
}
