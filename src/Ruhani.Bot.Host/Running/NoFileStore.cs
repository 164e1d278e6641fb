using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Host.Running;

/// <summary>Stands where kept files are asked for by the verbs that only check: they read and keep none.</summary>
internal sealed class NoFileStore : IFileStore
{
    public Task<FileSaving> SaveAsync(
        Stream content, string? name, long limit, CancellationToken cancellationToken) => throw Used();

    public Task<Stream?> OpenAsync(string id, CancellationToken cancellationToken) => throw Used();

    public Task<bool> DeleteAsync(string id, CancellationToken cancellationToken) => throw Used();

    public Task<int> SweepAsync(
        DateTimeOffset untouchedSince,
        Func<string, CancellationToken, Task<bool>> isUsed,
        CancellationToken cancellationToken) => throw Used();

    private static InvalidOperationException Used() => new("A verb that only checks has used the kept files.");
}
