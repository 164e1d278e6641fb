using LiteDB;
using LiteDB.Engine;

namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>
/// LiteDB opened by the rules this store relies on: own streams, ordinal comparison, no checkpoint but ours, every
/// collection there from the start. Used by one thread only.
/// </summary>
internal sealed class StoreFile : IDisposable
{
    private const int PageSize = 8192;

    private readonly DurableStream _data;
    private readonly DurableStream _logFile;
    private readonly LogStream _log;
    private readonly long _checkpointLength;

    private StoreFile(
        DurableStream data, DurableStream logFile, LogStream log, LiteEngine engine, int checkpointPages)
    {
        (_data, _logFile, _log, Engine) = (data, logFile, log, engine);
        _checkpointLength = (long)checkpointPages * PageSize;
    }

    public LiteEngine Engine { get; }

    /// <exception cref="StoreUnavailableException">In use, unreadable, or no file of ours.</exception>
    public static StoreFile Open(IStoreFiles files, int checkpointPages)
    {
        DurableStream? data = null;
        DurableStream? logFile = null;
        try
        {
            data = new DurableStream(files.OpenData());
            logFile = new DurableStream(files.OpenLog());
            var log = new LogStream(logFile);
            data.Writing = log.SyncWritten;
            Recognize(data, log);
            var settings = new EngineSettings { DataStream = data, LogStream = log, Collation = Collation.Binary };
            var file = new StoreFile(data, logFile, log, new LiteEngine(settings), checkpointPages);
            file.Prepare();
            return file;
        }
        catch (Exception failed)
        {
            logFile?.GiveUp();
            data?.GiveUp();
            throw Unavailable(files.Name, failed);
        }
    }

    /// <summary>Runs all of it in one transaction, durable when this returns.</summary>
    public void Transact(Action<LiteEngine> work)
    {
        if (!Engine.BeginTrans())
        {
            throw new InvalidOperationException("A transaction was left open.");
        }

        work(Engine);
        _log.ExpectConfirmation();
        if (!Engine.Commit())
        {
            throw new InvalidOperationException("The transaction was not committed.");
        }

        _log.AwaitConfirmed();
    }

    /// <summary>Copies the log into the data file when it has grown long enough.</summary>
    public void CheckpointWhenDue()
    {
        if (_log.Length >= _checkpointLength)
        {
            Engine.Checkpoint();
        }
    }

    /// <summary>The end in good order.</summary>
    public void Close()
    {
        try
        {
            Engine.Checkpoint();
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>The end after a failure: writes nothing more.</summary>
    public void Dispose()
    {
        _logFile.GiveUp();
        _data.GiveUp();
        Engine.Dispose();
    }

    private static StoreUnavailableException Unavailable(string name, Exception failed) => new(
        failed is IOException { HResult: 11 or 35 or unchecked((int)0x80070020) }
            ? $"The store {name} is in use: another host (or another program) has it open."
            : $"The store {name} can't be opened: {failed.Message.ReplaceLineEndings(" ")}",
        failed);

    /// <summary>
    /// LiteDB reads the first page of the data file before its log, so one that a power cut in a checkpoint left in
    /// parts is written anew from the log. That of a new file it writes without its log: when the power failed just
    /// then, what lies there is parts of that one page, and nothing was ever committed: begin anew. A file of something
    /// else is refused before LiteDB, which cuts it to whole pages first and looks afterwards, can touch it.
    /// </summary>
    private static void Recognize(DurableStream data, LogStream log)
    {
        var page = new byte[PageSize];
        data.Position = 0;
        _ = data.Read(page, 0, PageSize);
        data.Position = 0;
        var sector = page.AsSpan(0, 512);
        var isBlank = !sector.ContainsAnyExcept((byte)0);
        if (!isBlank && !sector[32..].StartsWith("** This is a LiteDB file **"u8))
        {
            throw new InvalidDataException("it is no LiteDB file.");
        }

        if (log.FindFirstPage() is { } whole)
        {
            data.Write(whole, 0, PageSize);
            data.Position = 0;
            data.Sync();
        }
        else if (log.IsNew && data.Length is > 0 and <= PageSize)
        {
            data.SetLength(0);
            data.Sync();
        }
        else if (isBlank && data.Length > 0)
        {
            throw new InvalidDataException("it is no LiteDB file.");
        }
    }

    // What LiteDB commits here it writes when its queue gets to it, and each such transaction would pass for the
    // confirmation of the first one of ours. A checkpoint waits for the queue.
    private void Prepare()
    {
        var changed = SetPragma("CHECKPOINT", 0) | SetPragma("TIMEOUT", 5);
        foreach (var collection in Collections.All.Except(Engine.GetCollectionNames()))
        {
            Engine.Insert(collection, [], BsonAutoId.Int64);
            changed = true;
        }

        foreach (var collection in Collections.OfDocuments)
        {
            changed |= Engine.EnsureIndex(collection, Collections.ListIndex, Collections.ListKeys, unique: false);
        }

        if (changed)
        {
            Engine.Checkpoint();
        }

        _log.Sync();
    }

    private bool SetPragma(string name, int value) =>
        Engine.Pragma(name).AsInt32 != value && Engine.Pragma(name, value);
}
