using Microsoft.Extensions.DependencyInjection;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Logo.Permits;
using Ruhani.Bot.Logo.Reporting;

namespace Ruhani.Bot.Logo.Reviewing;

/// <summary>Puts together what the office does with requests.</summary>
internal static class ReviewingServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<LogoStaff>();
        services.AddSingleton<LogoNews>();
        services.AddSingleton<PermitCode>();
        services.AddSingleton<PermitWriter>();
        services.AddSingleton<LogoCard>();
        services.AddSingleton<LogoInbox>();
        services.AddSingleton<LogoActing>();
        services.AddSingleton<GroupCard>();
        services.AddSingleton<QueueText>();
        services.AddSingleton<Digest>();
        services.AddSingleton<IVerbSource>(provider => provider.GetRequiredService<Digest>());
        services.AddSingleton<IVerbSource, VerifyVerbs>();
        services.AddSingleton<IVerbSource, PermitEnd>();
        services.AddSingleton<IVerbSource, WaitingNews>();
        services.AddSingleton<IVerbSource, RequesterNews>();
        services.AddSingleton<IVerbSource, QueueVerbs>();
        services.AddSingleton<IVerbSource, PendingVerbs>();
        services.AddSingleton<IVerbSource, DecideVerbs>();
        services.AddSingleton<IVerbSource, ReportVerbs>();
        services.AddSingleton<IVerbSource, RecentEvents>();
    }
}
