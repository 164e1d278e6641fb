using Microsoft.Extensions.DependencyInjection;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Dialogs.Forms;

namespace Ruhani.Bot.Logo.Requesting;

/// <summary>Puts the requester's side together.</summary>
internal static class RequestingServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<IVerbSource, LogoFormVerbs>();
        services.AddSingleton<MyLogoVerbs>();
        services.AddSingleton<IVerbSource>(provider => provider.GetRequiredService<MyLogoVerbs>());
        services.AddSingleton<IOwnThings>(provider => provider.GetRequiredService<MyLogoVerbs>());
    }
}
