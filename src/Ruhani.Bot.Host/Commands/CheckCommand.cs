using Ruhani.Bot.Host.Running;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Host.Commands;

/// <summary><c>ruhani check</c>: every mistake in configuration and content, a line each.</summary>
internal static class CheckCommand
{
    public static int Execute(string[] settings)
    {
        var problems = new List<string>(ConfigurationCheck.Check(Settings.Read(settings)));
        var content = ContentOnly.Create();
        problems.AddRange(content.Load().Select(problem => problem.ToString()));
        foreach (var problem in problems)
        {
            Console.Error.WriteLine(problem);
        }

        if (problems.Count > 0)
        {
            Console.Error.WriteLine($"{problems.Count} problem(s).");
            return CommandLine.Failed;
        }

        var current = content.Current;
        foreach (var year in current.Calendar.Unsure(KazakhstanTime.DayOf(TimeProvider.System.GetUtcNow())))
        {
            Console.WriteLine(
                $"Note: localization/calendar.yaml: the year {year} is missing or not checked.");
        }

        Console.WriteLine(
            $"All is well: {current.Knowledge.Entries.Count} entries in two languages, " +
            $"{current.Dialogs.Dialogs.Count} dialogs ({content.Folder.Root}).");
        return CommandLine.Ok;
    }
}
