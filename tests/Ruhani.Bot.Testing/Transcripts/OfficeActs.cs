using System.Globalization;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Testing.Logo;
using Ruhani.Bot.Testing.Turns;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Testing.Transcripts;

/// <summary>What happened before or beside a transcript: somebody has a role, is away, has sent a request.</summary>
internal static class OfficeActs
{
    /// <summary>Lets it happen.</summary>
    /// <returns>False when it is none of these.</returns>
    public static async Task<bool> TryAsync(TestBot bot, string act, Language language)
    {
        var words = act.Split(' ', 5);
        switch (words)
        {
            case ["hire", var who, var role, var region, var name]:
                await bot.HireAsync(
                    who,
                    Enum.Parse<Role>(role, ignoreCase: true),
                    int.Parse(region, CultureInfo.InvariantCulture),
                    name,
                    language.Code());
                return true;
            case ["leave", var who, [.. var days, 'd'], var deputy]:
                var today = DateOnly.FromDateTime(bot.Time.GetUtcNow().ToOffset(KazakhstanTime.Offset).DateTime);
                await bot.LeaveAsync(
                    who, today, today.AddDays(int.Parse(days, CultureInfo.InvariantCulture) - 1), deputy);
                return true;
            case ["request", var who, var sample]:
                await bot.WelcomeAsync(who, language.Code());
                await bot.RequestAsync(who, SampleRequests.Named(sample), language: language.Code());
                await bot.RunDueAsync();
                return true;
            default:
                return false;
        }
    }
}
