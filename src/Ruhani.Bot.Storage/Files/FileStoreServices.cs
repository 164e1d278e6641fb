using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Ruhani.Bot.Storage.LiteDb;

namespace Ruhani.Bot.Storage.Files;

/// <summary>Adds the file store to a host.</summary>
public static class FileStoreServices
{
    private const string Beside = "files";

    /// <summary>
    /// Registers <see cref="FolderFileStore"/> as the <see cref="IFileStore"/>. It touches no disk before the first
    /// file.
    /// </summary>
    public static IServiceCollection AddFolderFileStore(
        this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<FileStoreOptions>(configuration.GetSection(FileStoreOptions.Section));
        return services.AddSingleton<IFileStore>(provider => new FolderFileStore(
            Folder(
                provider.GetRequiredService<IOptions<FileStoreOptions>>().Value,
                provider.GetRequiredService<IOptions<LiteDbOptions>>().Value),
            provider.GetRequiredService<TimeProvider>()));
    }

    private static string Folder(FileStoreOptions options, LiteDbOptions store) =>
        !string.IsNullOrEmpty(options.Path)
            ? options.Path
            : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(store.Path))!, Beside);
}
