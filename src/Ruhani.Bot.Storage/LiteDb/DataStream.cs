namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>The data file: LiteDB flushes it after a checkpoint, before it empties the log, and means it.</summary>
internal sealed class DataStream(Stream inner) : DurableStream(inner)
{
    public override void Flush() => Sync();
}
