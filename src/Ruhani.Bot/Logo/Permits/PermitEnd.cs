using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Logo.Requesting;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo.Permits;

/// <summary>
/// Marks a permit as expired on the morning after its last day, by a timer set when it was given or amended. However
/// late the timer comes, what anybody is told of the permit is right before: see <see cref="PermitStatus"/>.
/// </summary>
public sealed class PermitEnd(LogoDesk desk, LogoNews news) : IVerbSource
{
    /// <summary>When the requester hears of it, in Kazakhstan's time.</summary>
    internal static readonly TimeOnly Morning = new(9, 0);

    /// <inheritdoc/>
    public IReadOnlyList<Verb> Verbs => [new Verb("logonews.ends", [], EndAsync)];

    // A permit that was amended to end later, or is one no more, denies it: then there is nothing to say.
    private async ValueTask<VerbResult> EndAsync(Turn turn, string about, CancellationToken cancellationToken)
    {
        var number = LogoTicket.Read(about)?.Number ?? "";
        var result = await desk.ActAsync(number, new LogoAct.Expire(), LogoActor.Bot, turn.Now, cancellationToken)
            .ConfigureAwait(false);
        if (result.Outcome is LogoOutcome.Done done)
        {
            turn.Put(result);
            await news.TellAsync(turn, done, cancellationToken).ConfigureAwait(false);
        }

        return VerbResult.Wait;
    }
}
