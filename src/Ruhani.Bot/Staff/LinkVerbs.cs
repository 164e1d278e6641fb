using System.Text.Json;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Staff;

/// <summary>One person on two networks: a code from the one, sent to the bot on the other, makes them one.</summary>
public sealed class LinkVerbs(IStore store) : IVerbSource
{
    /// <summary>How long a code works.</summary>
    public static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs =>
    [
        new Verb("link.start", ["unlink"], StartAsync),
        new Verb("link.unlink", [], Unlink),
    ];

    private async ValueTask<VerbResult> StartAsync(Turn turn, string code, CancellationToken cancellationToken)
    {
        if (code.Length > 0)
        {
            await TakeAsync(turn, code, cancellationToken).ConfigureAwait(false);
        }
        else if (turn.Person.LinkedTo is not null)
        {
            turn.Say("link.linked-already", choices: [turn.Choice("unlink", "", turn.Label("link.unlink"))]);
        }
        else
        {
            var made = OneTimeCode.New();
            turn.Put(null, InviteVerbs.Document(OneTimeCode.IdOf(made), new OneTimeCode
            {
                By = turn.AccountAddress,
                Home = turn.Activity.Conversation.ToString(),
                Until = (turn.Now + ValidFor).ToUnixTimeMilliseconds(),
            }));
            turn.Say("link.code", TextArguments.Of(("code", made)));
        }

        return VerbResult.Wait;
    }

    private async ValueTask TakeAsync(Turn turn, string code, CancellationToken cancellationToken)
    {
        var document = await store.FindAsync(DocumentKind.Code, OneTimeCode.IdOf(code), cancellationToken)
            .ConfigureAwait(false);
        var found = document is null ? null : JsonSerializer.Deserialize(document.Json, StateJson.Stored.OneTimeCode);
        if (found is not { Role: null, UsedBy: null } || turn.Now.ToUnixTimeMilliseconds() >= found.Until)
        {
            turn.Say("link.unknown");
        }
        else if (found.By == turn.AccountAddress || turn.Person.Membership is not null)
        {
            // Who has roles here keeps this address; the code belongs on the other network.
            turn.Say("link.same");
        }
        else
        {
            turn.Put(document, InviteVerbs.Document(document!.Id, found with { UsedBy = turn.AccountAddress }));
            turn.Audit("link.made", found.By, turn.Activity.From.Address);
            turn.Person = turn.Person with { LinkedTo = found.By };
            turn.Say("link.linked");
        }
    }

    private static VerbResult Unlink(Turn turn, string argument)
    {
        turn.Audit("link.ended", turn.AccountAddress, turn.Activity.From.Address);
        turn.Person = turn.Person with { LinkedTo = null };
        turn.Say("link.unlinked");
        return VerbResult.Wait;
    }
}
