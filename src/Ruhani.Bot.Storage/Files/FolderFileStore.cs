using System.Text.RegularExpressions;

namespace Ruhani.Bot.Storage.Files;

/// <summary>
/// The file store in a folder, for one host: <c>ab/ab12…</c>, a file for each content, named by its hash and nothing
/// else. A new one is written beside them, made durable, and then renamed into its place, so that a name always means
/// whole bytes; a host that dies leaves at most a part, which is swept up later. The time stamp says when a file was
/// last saved.
/// <para>
/// Several hosts would have to share this folder (NFS, a mounted bucket): rename and content addressing hold there, the
/// sweep's lock does not, so only one of them may sweep. A store without a folder puts the bytes into its database.
/// </para>
/// </summary>
public sealed partial class FolderFileStore(string folder, TimeProvider time) : IFileStore, IDisposable
{
    private const string Parts = "parts";
    private static readonly TimeSpan PartsLive = TimeSpan.FromDays(1);
    private readonly string _root = Path.GetFullPath(folder);
    private readonly string _own = Guid.NewGuid().ToString("N") + "-";
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <inheritdoc/>
    public async Task<FileSaving> SaveAsync(
        Stream content, string? name, long limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var part = OnDisk(() => FilePart.Create(Path.Combine(_root, Parts), _own));
        await using (part.ConfigureAwait(false))
        {
            var read = await part.CopyAsync(content, limit, cancellationToken).ConfigureAwait(false);
            if (!read)
            {
                return new FileSaving.TooLarge(limit);
            }

            if (part.Length == 0)
            {
                return new FileSaving.Empty();
            }

            if (part.Detect(name) is not { } kind)
            {
                return new FileSaving.WrongKind();
            }

            var id = part.Finish();
            var isNew = await KeepAsync(part, id, cancellationToken).ConfigureAwait(false);
            var safe = FileNames.Safe(name, kind, id[..12]);
            return new FileSaving.Saved(new FileReference(id, safe, kind.MediaType, part.Length), isNew);
        }
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(string id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(OnDisk(() =>
        {
            try
            {
                return IdForm().IsMatch(id)
                    ? new FileStream(PathOf(id), new FileStreamOptions
                    {
                        Share = FileShare.Read | FileShare.Delete,
                        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
                    })
                    : (Stream?)null;
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                return null;
            }
        }));
    }

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(string id, CancellationToken cancellationToken)
    {
        if (!IdForm().IsMatch(id))
        {
            return false;
        }

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return OnDisk(() => Remove(PathOf(id)));
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<int> SweepAsync(
        DateTimeOffset untouchedSince,
        Func<string, CancellationToken, Task<bool>> isUsed,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(isUsed);
        OnDisk(() => RemoveParts(time.GetUtcNow() - PartsLive));
        var swept = 0;
        foreach (var path in OnDisk(Files))
        {
            // The lock is held while the use is looked up: a save of the same bytes touches the file before or writes
            // it anew after.
            await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                if (File.GetLastWriteTimeUtc(path) < untouchedSince.UtcDateTime
                    && !await isUsed(Path.GetFileName(path), cancellationToken).ConfigureAwait(false)
                    && OnDisk(() => Remove(path)))
                {
                    swept++;
                }
            }
            finally
            {
                _gate.Release();
            }
        }

        return swept;
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task<bool> KeepAsync(FilePart part, string id, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return OnDisk(() => part.MoveTo(PathOf(id), time.GetUtcNow()));
        }
        finally
        {
            _gate.Release();
        }
    }

    private string PathOf(string id) => Path.Combine(_root, id[..2], id);

    private List<string> Files() => !Directory.Exists(_root) ? []
        : [.. Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories)
            .Where(path => IdForm().IsMatch(Path.GetFileName(path)))];

    private bool RemoveParts(DateTimeOffset before)
    {
        var parts = new DirectoryInfo(Path.Combine(_root, Parts));
        foreach (var part in parts.Exists ? parts.EnumerateFiles() : [])
        {
            if (part.LastWriteTimeUtc < before.UtcDateTime && !part.Name.StartsWith(_own, StringComparison.Ordinal))
            {
                part.Delete();
            }
        }

        return true;
    }

    private static bool Remove(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        File.Delete(path);
        return true;
    }

    private static T OnDisk<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FilePart.Unavailable(e);
        }
    }

    [GeneratedRegex(@"\A[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdForm();
}
