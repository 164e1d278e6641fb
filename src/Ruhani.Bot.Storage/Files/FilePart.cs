using System.Buffers;
using System.Security.Cryptography;

namespace Ruhani.Bot.Storage.Files;

/// <summary>A file on its way in: written under a name of its own, gone again unless it was moved into place.</summary>
internal sealed class FilePart : IAsyncDisposable
{
    private const int Block = 64 * 1024;

    private readonly FileStream _file;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool _isMoved;

    private FilePart(FileStream file) => _file = file;

    public long Length { get; private set; }

    /// <summary>Begins one.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="prefix">What its name begins with.</param>
    public static FilePart Create(string folder, string prefix)
    {
        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FilePart(new FileStream(Path.Combine(folder, prefix + Path.GetRandomFileName()), options));
    }

    /// <summary>What a failure of the disk is called.</summary>
    public static StoreUnavailableException Unavailable(Exception e) =>
        new("Files can't be kept: " + e.Message.ReplaceLineEndings(" "), e);

    /// <summary>Writes the content; false when it is longer than allowed.</summary>
    public async Task<bool> CopyAsync(Stream content, long limit, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Block);
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer.AsMemory(0, Block), cancellationToken)
                .ConfigureAwait(false)) > 0)
            {
                Length += read;
                if (Length > limit)
                {
                    return false;
                }

                _hash.AppendData(buffer, 0, read);
                await WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>What kind of file it is; null for one that is not kept.</summary>
    public FileKind? Detect(string? name)
    {
        try
        {
            var head = Read(0, FileKinds.HeadLength);
            var tail = Read(Math.Max(0, Length - FileKinds.TailLength), FileKinds.TailLength);
            return FileKinds.Detect(head, tail, name);
        }
        catch (IOException e)
        {
            throw Unavailable(e);
        }
    }

    /// <summary>Makes the bytes durable and says what they are called.</summary>
    public string Finish()
    {
        try
        {
            _file.Flush(flushToDisk: true);
            return Convert.ToHexStringLower(_hash.GetHashAndReset());
        }
        catch (IOException e)
        {
            throw Unavailable(e);
        }
    }

    /// <summary>Puts it into its place, durably; false when the same bytes are there already.</summary>
    public bool MoveTo(string path, DateTimeOffset now)
    {
        var known = new FileInfo(path);
        if (known.Exists && known.Length == Length)
        {
            known.LastWriteTimeUtc = now.UtcDateTime;
            return false;
        }

        var folder = Path.GetDirectoryName(path)!;
        var isNewFolder = !Directory.Exists(folder);
        Directory.CreateDirectory(folder);
        _file.Dispose();
        File.SetLastWriteTimeUtc(_file.Name, now.UtcDateTime);
        File.Move(_file.Name, path, overwrite: true);
        _isMoved = true;
        FolderSync.Sync(folder);
        if (isNewFolder)
        {
            FolderSync.Sync(Path.GetDirectoryName(folder)!);
        }

        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync().ConfigureAwait(false);
        _hash.Dispose();
        if (!_isMoved)
        {
            File.Delete(_file.Name);
        }
    }

    private byte[] Read(long from, int length)
    {
        var bytes = new byte[Math.Min(length, Length - from)];
        _file.Position = from;
        _file.ReadExactly(bytes);
        return bytes;
    }

    private async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await _file.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unavailable(e);
        }
    }
}
