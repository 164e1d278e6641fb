using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Dialogs.Slots;

/// <summary>What became of a file that was sent as an answer. A closed set.</summary>
public abstract record FileKeeping
{
    private FileKeeping()
    {
    }

    /// <summary>Kept.</summary>
    /// <param name="File">With its id in the bot's keeping, and the kind and size its bytes have.</param>
    public sealed record Kept(KeptFile File) : FileKeeping;

    /// <summary>Not kept.</summary>
    /// <param name="Key">What to tell the person.</param>
    /// <param name="Arguments">What fills the text's placeholders.</param>
    public sealed record Failed(string Key, TextArguments? Arguments = null) : FileKeeping;
}
