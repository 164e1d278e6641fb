using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Dialogs.Forms;

/// <summary>What a feature keeps for a person, shown by <c>/my</c> behind the forms that were put aside.</summary>
public interface IOwnThings
{
    /// <summary>Says what there is, with what can be done about it.</summary>
    /// <returns>False when there is nothing, and nothing was said.</returns>
    ValueTask<bool> SayAsync(Turn turn, CancellationToken cancellationToken);
}
