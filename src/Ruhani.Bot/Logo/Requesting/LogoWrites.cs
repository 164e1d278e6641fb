using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Logo.Requesting;

/// <summary>Writes what the desk decided along with the turn.</summary>
internal static class LogoWrites
{
    /// <summary>
    /// Adds all writes to the turn; what somebody else changed meanwhile makes the turn run again, and the act is
    /// decided anew.
    /// </summary>
    public static void Put(this Turn turn, LogoDeskResult result)
    {
        foreach (var write in result.Writes)
        {
            if (write.Delete)
            {
                turn.Remove(write.Document);
            }
            else
            {
                turn.Put(write.Document with { Version = write.Document.Version - 1 }, write.Document);
            }
        }
    }
}
