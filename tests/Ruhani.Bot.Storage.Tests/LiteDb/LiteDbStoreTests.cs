using Microsoft.Extensions.Logging.Abstractions;
using Ruhani.Bot.Storage.LiteDb;

namespace Ruhani.Bot.Storage.Tests.LiteDb;

public class LiteDbStoreTests : StoreContract
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("ruhani-");

    private string File => Path.Combine(_directory.FullName, "data", "ruhani.db");

    protected virtual long JournalLength => new LiteDbOptions().JournalLength;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    protected override Task<IStore> OpenAsync() => Task.FromResult<IStore>(Open());

    protected override async Task CloseAsync(IStore store) => await ((LiteDbStore)store).DisposeAsync();

    private LiteDbStore Open() =>
        LiteDbStore.Open(
            new LiteDbOptions { Path = File, JournalLength = JournalLength },
            NullLogger<LiteDbStore>.Instance);
}

/// <summary>The same, with everything folded into its tables one batch later.</summary>
public sealed class LiteDbStoreWithoutJournalTests : LiteDbStoreTests
{
    protected override long JournalLength => -1;
}

/// <summary>The same, with some of it in the journal and some in the tables.</summary>
public sealed class LiteDbStoreWithShortJournalTests : LiteDbStoreTests
{
    protected override long JournalLength => 1500;
}
