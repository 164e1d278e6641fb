using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Ruhani.Bot.Channels;
using Ruhani.Bot.Content;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Dialogs.Forms;
using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Files;
using Ruhani.Bot.Knowledge;
using Ruhani.Bot.Linguistics.Humanizing;
using Ruhani.Bot.Logo;
using Ruhani.Bot.Logo.Requesting;
using Ruhani.Bot.Logo.Reviewing;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.People;
using Ruhani.Bot.PersonalData;
using Ruhani.Bot.Staff;
using Ruhani.Bot.Timers;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot;

/// <summary>
/// Puts the bot itself together; channels, a store and a <see cref="ButtonSigner"/> are the host's to add.
/// </summary>
public static class BotServices
{
    /// <summary>
    /// Adds the bot, and Kazakh to Humanizer for the whole process. <see cref="ContentStore.Load"/> must have
    /// succeeded before the first turn.
    /// </summary>
    public static IServiceCollection AddRuhaniBot(this IServiceCollection services)
    {
        KazakhHumanizer.Register();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<TurnOptions>>().Value);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<OutboxOptions>>().Value);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<OfficeOptions>>().Value);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<FileLimits>>().Value);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<LogoOptions>>().Value);
        services.AddSingleton<IVerbSource, KnowledgeVerbs>();
        services.AddSingleton<IVerbSource, BrowseVerbs>();
        services.AddSingleton<IVerbSource, WelcomeVerbs>();
        services.AddSingleton<IVerbSource, FormVerbs>();
        PeopleServices.Add(services);
        services.AddSingleton<SlotReader>();
        services.AddSingleton<SlotWording>();
        services.AddSingleton<FormQuestions>();
        services.AddSingleton<TimerSignal>();
        services.AddSingleton<TimerService>();
        services.AddSingleton<VerbCatalog>();
        services.AddSingleton<ContentStore>();
        services.AddSingleton<ICommandCatalog>(provider => provider.GetRequiredService<ContentStore>());
        services.AddSingleton<ChannelDirectory>();
        services.AddSingleton<TriggerResolver>();
        services.AddSingleton<DialogMachine>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddSingleton<IDeliveryReceipts>(provider => provider.GetRequiredService<OutboxDispatcher>());
        services.AddSingleton<ITurnRunner, TurnRunner>();
        services.AddSingleton<FileIntake>();
        services.AddSingleton<IFileKeeper, FormFiles>();
        services.TryAddSingleton<OwnAddresses>();
        services.AddSingleton<LogoLifecycle>();
        services.AddSingleton<LogoRecords>();
        services.AddSingleton<LogoDesk>();
        RequestingServices.Add(services);
        ReviewingServices.Add(services);
        StaffServices.Add(services);
        PersonalDataServices.Add(services);
        return services;
    }
}
