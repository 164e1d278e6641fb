using Ruhani.Bot.Testing.Storage;

namespace Ruhani.Bot.Storage.Tests;

public sealed class MemoryStoreTests : StoreContract
{
    private readonly MemoryStore _store = new();

    protected override Task<IStore> OpenAsync() => Task.FromResult<IStore>(_store);

    protected override Task CloseAsync(IStore store)
    {
        _store.ReleaseClaims();
        return Task.CompletedTask;
    }
}
