namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>
/// The two files of a store. <see cref="Stream.Flush()"/> of what they open makes everything written durable (for a
/// <see cref="FileStream"/> <see cref="FileStream.Flush(bool)"/> is used). Tests put failing disks behind it.
/// </summary>
internal interface IStoreFiles
{
    /// <summary>What to call the store in messages.</summary>
    string Name { get; }

    /// <summary>Opens the data file for this store alone.</summary>
    /// <exception cref="IOException">Somebody else has it open, or the disk refuses.</exception>
    Stream OpenData();

    /// <summary>Opens the log beside it.</summary>
    Stream OpenLog();
}
