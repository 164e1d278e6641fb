using System.Text.RegularExpressions;
using Ruhani.Bot.Knowledge;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Content.Tests;

/// <summary>The guide's counts: an item that falls out of a list is a fact lost.</summary>
public sealed partial class FactsTests
{
    public static TheoryData<Language> Both => [Language.Kazakh, Language.Russian];

    [Theory]
    [MemberData(nameof(Both))]
    public void Six_directions_have_24_long_term_indicators(Language language) =>
        Assert.Equal([4, 4, 4, 5, 3, 4], Indicators("direction.", language));

    [Theory]
    [MemberData(nameof(Both))]
    public void Seven_projects_have_29_indicators(Language language) =>
        Assert.Equal([4, 4, 6, 5, 2, 3, 5], Indicators("project.", language));

    [Theory]
    [InlineData("media.press-kit", 11)]
    [InlineData("media.potential", 7)]
    [InlineData("media.products", 9)]
    public void A_list_is_complete(string id, int count)
    {
        foreach (var language in Languages.All)
        {
            Assert.Equal(count, Numbered().Count(RealContent.FullText(id, language)));
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Both_lists_of_11_hashtags_are_there_each_in_its_order(Language language)
    {
        string[] common = ["#қазақстан", "#руханижаңғыру", "#болашаққабағдар", "#казахстан", "#взглядвбудущее"];
        string[] kazakh =
        [
            .. common, "#біліммәдениеті", "#сананыңашықтығы", "#прагматизм", "#бәсекелестікқабілет",
            "#ұлттықбірегейліктісақтау", "#КЗэволюциялықдамуы",
        ];
        string[] russian =
        [
            .. common, "#культзнания", "#открытостьсознания", "#прагматизм", "#конкурентоспособность",
            "#сохранениенациональнойидентичности", "#эволюционноеразвитиеКЗ",
        ];
        var tags = Hashtag().Matches(RealContent.FullText("media.hashtags", language)).Select(match => match.Value);
        Assert.Equal(language == Language.Kazakh ? [.. kazakh, .. russian] : [.. russian, .. kazakh], tags);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void The_four_telephones_are_right_and_there_is_no_other(Language language)
    {
        string[] phones = ["+7 7172 74 14 92", "+7 7172 74 14 95", "+7 7172 74 19 96", "+7 7172 74 37 17"];
        foreach (var entry in RealContent.Knowledge.Entries)
        {
            var text = entry.In(language);
            var found = Phone().Matches($"{text.Brief}\n{text.Text}\n{text.Outdated}").Select(match => match.Value);
            Assert.Empty(found.Except(phones));
        }

        var contacts = RealContent.FullText("programme.contacts", language);
        var shown = Phone().Matches(contacts).Select(match => match.Value).Distinct();
        Assert.Equal(phones, shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void All_85_entries_have_their_eight_ways_of_asking_in_both_languages()
    {
        Assert.Equal(85, RealContent.Knowledge.Entries.Count);
        Assert.Equal(26, RealContent.Knowledge.OfKind(EntryKind.Term).Count());
        Assert.Equal(6, RealContent.Knowledge.OfKind(EntryKind.Direction).Count());
        Assert.Equal(7, RealContent.Knowledge.OfKind(EntryKind.Project).Count());
        foreach (var entry in RealContent.Knowledge.Entries)
        {
            Assert.All(Languages.All, language =>
            {
                var text = entry.In(language);
                Assert.True(text.Aliases.Concat(text.Questions).Distinct().Count() >= 8, $"{entry.Id} {language}");
                Assert.NotEmpty(text.Source);
                Assert.True(text.Text.Length >= text.Brief.Length / 2, entry.Id);
            });
        }
    }

    [Fact]
    public void Where_the_guide_s_halves_differ_both_languages_say_so() =>
        Assert.True(RealContent.Knowledge.Entries.Count(entry => entry.Kazakh.Differs is not null) >= 5);

    private static IEnumerable<int> Indicators(string prefix, Language language) => RealContent.Knowledge.Entries
        .Where(entry => entry.Kind == EntryKind.Indicators && entry.Id.StartsWith(prefix, StringComparison.Ordinal))
        .Select(entry => RealContent.Items(entry.Id, language));

    [GeneratedRegex(@"(?m)^\d+\. ")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"#\w+")]
    private static partial Regex Hashtag();

    [GeneratedRegex(@"\+7[\d  ()-]{8,}\d")]
    private static partial Regex Phone();
}
