using Ruhani.Bot.Content;
using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Host.Running;

/// <summary>The content without a store or a channel, for the verbs that only read.</summary>
internal static class ContentOnly
{
    public static ContentStore Create()
    {
        var services = new ServiceCollection();
        services.AddOptions();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(ContentFolder.Find());
        services.AddSingleton<IStore, NoStore>();
        services.AddSingleton<IFileStore, NoFileStore>();
        services.AddRuhaniBot();
        return services.BuildServiceProvider().GetRequiredService<ContentStore>();
    }
}
