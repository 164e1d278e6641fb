using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Turns;

/// <summary>
/// Which menu of commands a network shows in a conversation, as the tag a message carries: a language
/// (<c>kk</c>, <c>ru</c>, <c>kk-Latn</c>) and the roles beyond everyone's, <c>ru staff approver</c>. A language alone
/// but <c>kk-Latn</c> means the menu the network shows everybody.
/// </summary>
public sealed record CommandMenu(Language Language, Script Script, IReadOnlyList<Role> Roles)
{
    /// <summary>True when the network's common menu of the language will do.</summary>
    public bool IsCommon => Roles.Count == 0 && Script == Script.Cyrillic;

    /// <summary>The menu a tag names; null for what is none.</summary>
    public static CommandMenu? Parse(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        var words = tag.Split(' ');
        var isLatin = words[0] == Scripts.KazakhLatinTag;
        if ((isLatin ? Language.Kazakh : Languages.FromTag(words[0])) is not { } language)
        {
            return null;
        }

        var roles = new List<Role>();
        foreach (var word in words[1..])
        {
            if (!Enum.TryParse<Role>(word, ignoreCase: true, out var role) || !Enum.IsDefined(role))
            {
                return null;
            }

            roles.Add(role);
        }

        return new CommandMenu(language, isLatin ? Script.Latin : Script.Cyrillic, roles);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(
        ' ',
        Roles.Select(role => role.ToString().ToLowerInvariant())
            .Prepend(Script == Script.Latin ? Scripts.KazakhLatinTag : Language.Code()));

    /// <summary>The menu of a turn's conversation from now on.</summary>
    internal static CommandMenu Of(Turn turn, IEnumerable<Role> roles) => new(
        turn.Language,
        turn.Language == Language.Kazakh ? turn.Script : Script.Cyrillic,
        [.. roles.Where(role => role != Role.Citizen).Distinct().Order()]);
}
