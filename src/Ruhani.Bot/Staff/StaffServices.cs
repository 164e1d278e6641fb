using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Ruhani.Bot.Dialogs;

namespace Ruhani.Bot.Staff;

/// <summary>Puts the office's people together.</summary>
internal static class StaffServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<RolesOptions>>().Value);
        services.AddSingleton<RoleBook>();
        services.AddSingleton<CodeBook>();
        services.AddSingleton<AuditChain>();
        services.AddSingleton<IVerbSource, StaffOptions>();
        services.AddSingleton<IVerbSource, InviteVerbs>();
        services.AddSingleton<IVerbSource, RolesVerbs>();
        services.AddSingleton<IVerbSource, LeaveVerbs>();
        services.AddSingleton<IVerbSource, LinkVerbs>();
        services.AddSingleton<IVerbSource, AuditVerbs>();
    }
}
