using Microsoft.Extensions.DependencyInjection;
using Ruhani.Bot.Dialogs;

namespace Ruhani.Bot.People;

/// <summary>Puts together what concerns the people the bot speaks with.</summary>
internal static class PeopleServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<IVerbSource, FeedbackVerbs>();
        services.AddSingleton<IVerbSource, ConsentVerbs>();
        services.AddSingleton<SuppressionList>();
        services.AddSingleton<BulkGate>();
        services.AddSingleton<IVerbSource, SubscribeVerbs>();
        services.AddSingleton<IVerbSource, StopVerbs>();
        services.AddSingleton<IVerbSource, SettingsVerbs>();
    }
}
