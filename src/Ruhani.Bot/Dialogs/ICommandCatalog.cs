using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Dialogs;

/// <summary>
/// The commands everyone may use, for the menus that networks show (<c>setMyCommands</c> and the like).
/// </summary>
public interface ICommandCatalog
{
    /// <summary>Names without the slash and what each does, in the order of the menu.</summary>
    /// <param name="language">The language.</param>
    /// <param name="script">The letters Kazakh is read in.</param>
    /// <param name="roles">What the person may do; null for what everyone may.</param>
    IReadOnlyList<CommandText> Commands(
        Language language, Script script = Script.Cyrillic, IReadOnlyCollection<Role>? roles = null);
}

/// <summary>A command as people see it.</summary>
/// <param name="Name">1 to 32 of a–z, 0–9 and _.</param>
/// <param name="Description">1 to 256 characters.</param>
public sealed record CommandText(string Name, string Description);
