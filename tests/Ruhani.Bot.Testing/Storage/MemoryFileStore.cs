using System.Collections.Concurrent;
using System.Security.Cryptography;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Testing.Storage;

/// <summary>A file store that forgets everything with the process.</summary>
public sealed class MemoryFileStore(TimeProvider? time = null) : IFileStore
{
    private readonly ConcurrentDictionary<string, (byte[] Bytes, DateTimeOffset At)> _files =
        new(StringComparer.Ordinal);

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    public IEnumerable<string> Ids => _files.Keys;

    /// <summary>Keeps bytes that are known to be right.</summary>
    public async Task<FileReference> PutAsync(string name, byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        var saved = await SaveAsync(content, name, long.MaxValue, CancellationToken.None);
        return ((FileSaving.Saved)saved).File;
    }

    public async Task<FileSaving> SaveAsync(
        Stream content, string? name, long limit, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var block = new byte[64 * 1024];
        int read;
        while ((read = await content.ReadAsync(block, cancellationToken)) > 0)
        {
            buffer.Write(block, 0, read);
            if (buffer.Length > limit)
            {
                return new FileSaving.TooLarge(limit);
            }
        }

        var bytes = buffer.ToArray();
        if (bytes.Length == 0)
        {
            return new FileSaving.Empty();
        }

        var head = bytes.AsSpan(0, Math.Min(bytes.Length, FileKinds.HeadLength));
        var tail = bytes.AsSpan(Math.Max(0, bytes.Length - FileKinds.TailLength));
        if (FileKinds.Detect(head, tail, name) is not { } kind)
        {
            return new FileSaving.WrongKind();
        }

        var id = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var isNew = !_files.ContainsKey(id);
        _files[id] = (bytes, _time.GetUtcNow());
        var safe = FileNames.Safe(name, kind, id[..12]);
        return new FileSaving.Saved(new FileReference(id, safe, kind.MediaType, bytes.Length), isNew);
    }

    public Task<Stream?> OpenAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(_files.TryGetValue(id, out var file) ? new MemoryStream(file.Bytes, false) : null);

    public Task<bool> DeleteAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(_files.TryRemove(id, out _));

    public async Task<int> SweepAsync(
        DateTimeOffset untouchedSince,
        Func<string, CancellationToken, Task<bool>> isUsed,
        CancellationToken cancellationToken)
    {
        var swept = 0;
        foreach (var (id, file) in _files)
        {
            if (file.At < untouchedSince && !await isUsed(id, cancellationToken) && _files.TryRemove(id, out _))
            {
                swept++;
            }
        }

        return swept;
    }
}
