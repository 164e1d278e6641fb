using System.Buffers;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Channels.WebChat.Uploads;

/// <summary>
/// The files of each conversation, in a folder of its own, named by their content. Nothing a person calls a file
/// becomes part of a path but the known end of its name.
/// </summary>
internal sealed partial class UploadStore(IOptions<WebChatOptions> options)
{
    private const int Block = 64 * 1024;

    /// <summary>Keeps a file.</summary>
    /// <param name="conversation">Whose it is.</param>
    /// <param name="name">What the person calls it.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="limit">Bytes it may have.</param>
    /// <param name="cancellationToken">Ends the copying.</param>
    public async Task<SavedFile> SaveAsync(
        string conversation, string name, Stream content, long limit, CancellationToken cancellationToken)
    {
        if (FileKinds.ByName(name) is not { } kind)
        {
            return SavedFile.WrongKind;
        }

        var folder = Directory.CreateDirectory(Folder(conversation)).FullName;
        var part = Path.Combine(folder, Path.GetRandomFileName() + ".part");
        try
        {
            var (hash, size, fits) = await CopyAsync(content, part, kind, limit, cancellationToken);
            if (size > limit)
            {
                return SavedFile.TooLarge;
            }

            if (!fits)
            {
                return SavedFile.WrongKind;
            }

            var file = Convert.ToHexStringLower(hash) + Path.GetExtension(name).ToLowerInvariant();
            File.Move(part, Path.Combine(folder, file), overwrite: true);
            return new SavedFile(file, kind.MediaType, size);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>The path of a conversation's file; null when there is none.</summary>
    public string? Find(string conversation, string file)
    {
        if (!FilePattern().IsMatch(file))
        {
            return null;
        }

        var path = Path.GetFullPath(Path.Combine(Folder(conversation), file));
        return File.Exists(path) ? path : null;
    }

    /// <summary>Deletes everything a conversation ever uploaded.</summary>
    public void Delete(string conversation)
    {
        if (Directory.Exists(Folder(conversation)))
        {
            Directory.Delete(Folder(conversation), recursive: true);
        }
    }

    private static async Task<(byte[] Hash, long Size, bool Fits)> CopyAsync(
        Stream content, string path, FileKind kind, long limit, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var buffer = ArrayPool<byte>.Shared.Rent(Block);
        try
        {
            long size = 0;
            var fits = false;
            int read;
            while ((read = await content.ReadAtLeastAsync(
                buffer.AsMemory(0, Block), Block, throwOnEndOfStream: false, cancellationToken)) > 0)
            {
                fits = size == 0 ? kind.Fits(buffer.AsSpan(0, read)) : fits;
                size += read;
                if (size > limit || !fits)
                {
                    break;
                }

                hash.AppendData(buffer, 0, read);
                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            target.Flush(flushToDisk: true);
            return (hash.GetHashAndReset(), size, fits);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // The conversation's id comes from a verified token or exists in the store; hashed all the same, it can't be a
    // path.
    private string Folder(string conversation) => Path.Combine(
        options.Value.UploadPath,
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(conversation)).AsSpan(0, 16)));

    [GeneratedRegex("^[0-9a-f]{64}\\.[a-z0-9]{2,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex FilePattern();
}
