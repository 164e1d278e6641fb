using Ruhani.Bot.Testing.Storage;

namespace Ruhani.Bot.Storage.Tests;

public sealed class MemoryFileStoreTests : FileStoreContract
{
    public MemoryFileStoreTests() => Files = new MemoryFileStore(Time);

    protected override IFileStore Files { get; }
}
