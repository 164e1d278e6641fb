using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Host.Running;

namespace Ruhani.Bot.Host.Commands;

/// <summary><c>ruhani diagram [DIALOG]</c>: the dialogs as Mermaid state diagrams.</summary>
internal static class DiagramCommand
{
    public static int Execute(string? name)
    {
        var content = ContentOnly.Create();
        var problems = content.Load();
        foreach (var problem in problems)
        {
            Console.Error.WriteLine(problem);
        }

        if (problems.Count > 0)
        {
            return CommandLine.Failed;
        }

        var dialogs = content.Current.Dialogs;
        if (name is not null && !dialogs.TryGet(name, out _))
        {
            Console.Error.WriteLine(
                $"There is no dialog '{name}'; there are: " +
                string.Join(", ", dialogs.Dialogs.Select(one => one.Name)));
            return CommandLine.Misused;
        }

        foreach (var dialog in dialogs.Dialogs.Where(one => name is null || one.Name == name))
        {
            Console.WriteLine($"%% {dialog.Name}\n{DialogDiagram.Of(dialog)}");
        }

        return CommandLine.Ok;
    }
}
