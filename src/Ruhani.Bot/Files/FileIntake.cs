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
        var (taken, failure) = await ReadAsync(
            file,
            conversation,
            (content, stop) => store.SaveAsync(content, file.Name, limits.MaxBytes, stop),
            cancellationToken).ConfigureAwait(false);
        return failure ?? taken switch
        {
            FileSaving.Saved saved => new FileTaken.Kept(saved.File),
            FileSaving.TooLarge large => new FileTaken.TooLarge(large.Limit),
            FileSaving.Empty => new FileTaken.Empty(),
            _ => new FileTaken.WrongKind(),
        };
    }

    /// <summary>Fetches one file and looks at its bytes without keeping them.</summary>
    /// <param name="file">As the activity described it.</param>
    /// <param name="conversation">Where it was sent.</param>
    /// <param name="read">Reads the bytes, once; an <see cref="IOException"/> means that the line broke.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What was read, or why nothing was.</returns>
    public async Task<(T? Value, FileTaken? Failure)> ReadAsync<T>(
        Attachment file,
        ConversationKey conversation,
        Func<Stream, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(read);
        if (file.Size > limits.MaxBytes)
        {
            return (null, new FileTaken.TooLarge(limits.MaxBytes));
        }

        if (!_sources.TryGetValue(conversation.Channel, out var source))
        {
            LogFailed(conversation.Channel, "no files are fetched from this channel");
            return (null, new FileTaken.Refused());
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(limits.FetchSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await source.OpenAsync(file, conversation, either.Token).ConfigureAwait(false) switch
            {
                FileFetch.Fetched fetched => await LookAsync(fetched, read, either.Token).ConfigureAwait(false),
                FileFetch.TooLarge large => (null, new FileTaken.TooLarge(Math.Min(large.Limit, limits.MaxBytes))),
                FileFetch.Expired => (null, new FileTaken.Expired()),
                FileFetch.Refused refused => (null, Failed(new FileTaken.Refused(), conversation, refused.Reason)),
                FileFetch.Unavailable away => (null, Failed(new FileTaken.Unavailable(), conversation, away.Reason)),
                var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, Failed(new FileTaken.Unavailable(), conversation, "too slow"));
        }
        catch (IOException)
        {
            return (null, Failed(new FileTaken.Unavailable(), conversation, "the line broke"));
        }
    }

    private async Task<(T? Value, FileTaken? Failure)> LookAsync<T>(
        FileFetch.Fetched fetched, Func<Stream, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
        where T : class
    {
        var content = fetched.Content;
        await using (content.ConfigureAwait(false))
        {
            return fetched.Size > limits.MaxBytes
                ? (null, new FileTaken.TooLarge(limits.MaxBytes))
                : (await read(content, cancellationToken).ConfigureAwait(false), null);
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
