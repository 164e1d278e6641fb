using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>Adds the LiteDB store to a host.</summary>
public static class LiteDbServices
{
    /// <summary>
    /// Registers <see cref="LiteDbStore"/> as the <see cref="IStore"/>, with its options from
    /// <see cref="LiteDbOptions.Section"/>. It is opened when it is first asked for: a host does that before it starts
    /// anything else, so that it learns early of a file in use and so that the store is disposed last.
    /// </summary>
    public static IServiceCollection AddLiteDbStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<LiteDbOptions>(configuration.GetSection(LiteDbOptions.Section));
        return services.AddSingleton<IStore>(provider => LiteDbStore.Open(
            provider.GetRequiredService<IOptions<LiteDbOptions>>().Value,
            provider.GetRequiredService<ILogger<LiteDbStore>>()));
    }
}
