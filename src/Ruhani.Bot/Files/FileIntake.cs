using Microsoft.Extensions.Logging;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Files;

/// <summary>
/// Fetches a file a person sent from its network and keeps it, so that what the network forgets later is not lost.
/// </summary>
public sealed partial class FileIntake(
    IEnumerable<IFileSource> sources,
    IFileStore store,
    FileLimits limits,
    TimeProvider time,
    ILogger<FileIntake> logger)
{
    private readonly Dictionary<string, IFileSource> _sources =
        sources.ToDictionary(source => source.Channel, StringComparer.Ordinal);

    /// <summary>
    /// Fetches and keeps one file; durable when it returns <see cref="FileTaken.Kept"/>. Throws
    /// <see cref="StoreUnavailableException"/> when it can't be written.
    /// </summary>
    /// <param name="file">As the activity described it.</param>
    /// <param name="conversation">Where it was sent.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<FileTaken> TakeAsync(
        Attachment file, ConversationKey conversation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Size > limits.MaxBytes)
        {
            return new FileTaken.TooLarge(limits.MaxBytes);
        }

        if (!_sources.TryGetValue(conversation.Channel, out var source))
        {
            LogFailed(conversation.Channel, "no files are fetched from this channel");
            return new FileTaken.Refused();
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(limits.FetchSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await source.OpenAsync(file, conversation, either.Token).ConfigureAwait(false) switch
            {
                FileFetch.Fetched fetched => await KeepAsync(fetched, file.Name, either.Token).ConfigureAwait(false),
                FileFetch.TooLarge large => new FileTaken.TooLarge(Math.Min(large.Limit, limits.MaxBytes)),
                FileFetch.Expired => new FileTaken.Expired(),
                FileFetch.Refused refused => Failed(new FileTaken.Refused(), conversation, refused.Reason),
                FileFetch.Unavailable away => Failed(new FileTaken.Unavailable(), conversation, away.Reason),
                var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(new FileTaken.Unavailable(), conversation, "too slow");
        }
        catch (IOException)
        {
            return Failed(new FileTaken.Unavailable(), conversation, "the line broke");
        }
    }

    private async Task<FileTaken> KeepAsync(
        FileFetch.Fetched fetched, string? name, CancellationToken cancellationToken)
    {
        var content = fetched.Content;
        await using (content.ConfigureAwait(false))
        {
            if (fetched.Size > limits.MaxBytes)
            {
                return new FileTaken.TooLarge(limits.MaxBytes);
            }

            return await store.SaveAsync(content, name, limits.MaxBytes, cancellationToken).ConfigureAwait(false) switch
            {
                FileSaving.Saved saved => new FileTaken.Kept(saved.File),
                FileSaving.TooLarge large => new FileTaken.TooLarge(large.Limit),
                FileSaving.Empty => new FileTaken.Empty(),
                _ => new FileTaken.WrongKind(),
            };
        }
    }

    private FileTaken Failed(FileTaken outcome, ConversationKey conversation, string reason)
    {
        LogFailed(conversation.Channel, reason);
        return outcome;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file sent on {Channel} was not fetched: {Reason}")]
    private partial void LogFailed(string channel, string reason);
}
