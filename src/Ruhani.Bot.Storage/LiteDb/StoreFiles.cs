namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>
/// Real files, opened unbuffered and for one opener alone: the system's lock on them is the store's lock.
/// </summary>
internal sealed class StoreFiles(string path) : IStoreFiles
{
    private readonly string _path = Path.GetFullPath(path);

    public string Name => _path;

    public Stream OpenData()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        return Open(_path);
    }

    public Stream OpenLog() =>
        Open(Path.Combine(
            Path.GetDirectoryName(_path)!,
            Path.GetFileNameWithoutExtension(_path) + "-log" + Path.GetExtension(_path)));

    private static FileStream Open(string path) => new(path, new FileStreamOptions
    {
        Mode = FileMode.OpenOrCreate,
        Access = FileAccess.ReadWrite,
        Share = FileShare.None,
        BufferSize = 0,
    });
}
