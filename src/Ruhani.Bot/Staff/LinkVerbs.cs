using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Staff;

/// <summary>One person on two networks: a code from the one, sent to the bot on the other, makes them one.</summary>
public sealed class LinkVerbs(CodeBook codes) : IVerbSource
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
            var made = CodeBook.Make(turn, ValidFor);
            turn.Say("link.code", TextArguments.Of(("code", made)));
        }

        return VerbResult.Wait;
    }

    private async ValueTask TakeAsync(Turn turn, string code, CancellationToken cancellationToken)
    {
        if (await codes.FindAsync(turn, code, cancellationToken).ConfigureAwait(false)
            is not ({ Role: null } found, var document))
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
            CodeBook.Use(turn, found, document);
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
