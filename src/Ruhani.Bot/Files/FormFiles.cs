using Ruhani.Bot.Activities;
using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Files;

/// <summary>Keeps the files that people answer a form with.</summary>
public sealed class FormFiles(FileIntake intake) : IFileKeeper
{
    private const long Megabyte = 1024 * 1024;

    /// <inheritdoc/>
    public async Task<FileKeeping> KeepAsync(
        Attachment file, ConversationKey conversation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return await intake.TakeAsync(file, conversation, cancellationToken).ConfigureAwait(false) switch
        {
            FileTaken.Kept { File: var kept } => new FileKeeping.Kept(
                new KeptFile(file.Id, kept.Name, kept.MediaType, kept.Size, Stored: kept.Id)),
            var failure => new FileKeeping.Failed("slots." + Word(failure), Arguments(failure)),
        };
    }

    /// <summary>The end of the key of the text that tells of a failure.</summary>
    internal static string Word(FileTaken failure) => failure switch
    {
        FileTaken.TooLarge => "file-too-large",
        FileTaken.WrongKind => "file-wrong-kind",
        FileTaken.Empty => "file-empty",
        FileTaken.Expired => "file-expired",
        FileTaken.Refused => "file-refused",
        _ => "file-unavailable",
    };

    /// <summary>What fills that text.</summary>
    internal static TextArguments? Arguments(FileTaken failure) => failure is FileTaken.TooLarge { Limit: var limit }
        ? TextArguments.Of(("max", limit / Megabyte))
        : null;
}
