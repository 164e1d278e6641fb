using Microsoft.Extensions.DependencyInjection;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Knowledge;
using Ruhani.Bot.Logo;
using Ruhani.Bot.People;
using Ruhani.Bot.Staff;

namespace Ruhani.Bot.PersonalData;

/// <summary>Puts together what people may learn about their data; channels add what they keep themselves.</summary>
internal static class PersonalDataServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<PersonalScopes>();
        services.AddSingleton<MyData>();
        services.AddSingleton<MyDataFile>();

        // What is said of a form's answers needs every verb's options, and so these verbs too.
        services.AddSingleton(provider => new Lazy<MyData>(provider.GetRequiredService<MyData>));
        services.AddSingleton<IVerbSource, MyDataVerbs>();
        services.AddSingleton<IVerbSource, EraseVerbs>();
        services.AddSingleton<IPersonalData, PersonData>();
        services.AddSingleton<IPersonalData, OpinionData>();
        services.AddSingleton<IPersonalData, StaffData>();
        services.AddSingleton<IPersonalData, QuestionData>();
        services.AddSingleton<LogoData>();
        services.AddSingleton<IPersonalData>(provider => provider.GetRequiredService<LogoData>());
        services.AddSingleton<IPersonalData, ConversationData>();
        services.AddSingleton<IPersonalData, ReminderData>();
    }
}
