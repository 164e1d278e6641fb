using Ruhani.Bot.Turns;

namespace Ruhani.Bot.People;

/// <summary>What concerns one person is not said where several read along.</summary>
internal static class Privately
{
    /// <summary>In a group, says so.</summary>
    /// <returns>True when it did.</returns>
    public static bool Says(Turn turn)
    {
        if (turn.Activity.IsGroup)
        {
            turn.Say("settings.private-only");
        }

        return turn.Activity.IsGroup;
    }
}
