using System.Text.RegularExpressions;
using Ruhani.Bot.Knowledge;
using Ruhani.Bot.Testing.Turns;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Content.Tests;

/// <summary>The repository's content, read once.</summary>
internal static partial class RealContent
{
    public static TestBot Bot { get; } = new();

    public static KnowledgeBase Knowledge => Bot.Content.Current.Knowledge;

    public static string FullText(string id, Language language)
    {
        Assert.True(Knowledge.TryGet(id, out var entry), $"There is no entry '{id}'.");
        return entry.In(language).Text.ToString();
    }

    /// <summary>Lines that are items of a list, numbered or not.</summary>
    public static int Items(string id, Language language) => Item().Count(FullText(id, language));

    [GeneratedRegex(@"(?m)^(?:\d+\.|•) ")]
    private static partial Regex Item();
}
