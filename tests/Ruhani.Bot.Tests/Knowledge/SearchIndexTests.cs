using Ruhani.Bot.Knowledge;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Tests.Knowledge;

public sealed class SearchIndexTests
{
    [Theory]
    [InlineData("Ұлт деген не?", "glossary.nation")]
    [InlineData("ұлттық кодтың", "glossary.national-code")]
    [InlineData("улттык код", "glossary.national-code")]
    [InlineData("ulttyq kod", "glossary.national-code")]
    [InlineData("ūlttyq kod", "glossary.national-code")]
    [InlineData("8knns0 rjl", "glossary.national-code")]
    [InlineData("натсиональный кодд", "glossary.national-code")]
    [InlineData("nacionalnyi kod", "glossary.national-code")]
    [InlineData("yfwbjyfkmysq rjl", "glossary.national-code")]
    [InlineData("ауыл ел бесігінің көрсеткіштері", "project.auyl.indicators")]
    [InlineData("нщгегиу", "social.youtube")]
    [InlineData("YouTube", "social.youtube")]
    public void The_entry_meant_is_the_answer(string question, string id)
    {
        var result = SampleKnowledge.Small.Search(question, null);
        Assert.Equal(id, result.Hits[0].Entry.Id);
        Assert.Equal(SearchBand.Answer, result.Band);
    }

    [Fact]
    public void Its_very_name_scores_one() =>
        Assert.Equal(1, SampleKnowledge.Small.Search("  МӘДЕНИЕТ!!! ", null).Hits[0].Score);

    [Theory]
    [InlineData("")]
    [InlineData("👍🎉")]
    [InlineData("مرحبا بالعالم")]
    [InlineData("?!?!")]
    [InlineData("asdkjh qwoeiu zxmcnb")]
    [InlineData("\uD83D")]
    public void Junk_is_unknown(string junk) =>
        Assert.Equal(SearchBand.Unknown, SampleKnowledge.Shipped.Search(junk, Language.Russian).Band);

    [Fact]
    public void Ten_thousand_letters_are_no_error() =>
        Assert.NotEqual(SearchBand.Answer, SampleKnowledge.Shipped.Search(new string('ж', 10_000), null).Band);

    [Theory]
    [InlineData("100", Language.Russian)]
    [InlineData("100", Language.Kazakh)]
    [InlineData("YouTube", Language.Russian)]
    public void The_saved_language_decides_where_the_words_do_not(string question, Language saved)
    {
        var result = SampleKnowledge.Shipped.Search(question, saved);
        Assert.Equal(saved, result.Language);
        Assert.False(result.LanguageIsSure);
    }

    [Theory]
    [InlineData("Бағдарламаның неше бағыты бар?", Language.Kazakh)]
    [InlineData("сколько направлений у программы", Language.Russian)]
    [InlineData("bagdarlamanyn bagyttary qandai", Language.Kazakh)]
    [InlineData("что такое ұлттық код", Language.Russian)]
    [InlineData("национальный код деген не", Language.Kazakh)]
    public void The_language_of_the_question_wins_over_the_saved_one(string question, Language language)
    {
        var result = SampleKnowledge.Shipped.Search(question, language.Other());
        Assert.Equal(language, result.Language);
        Assert.True(result.LanguageIsSure);
    }

    [Theory]
    [InlineData("ал индикаторлары? «Ауыл – Ел бесігі»", "project.auyl.indicators")]
    [InlineData("а индикаторы? Туған жер", "project.tugan-zher.indicators")]
    [InlineData("ал көрсеткіштері қандай? Білімнің салтанат құруы", "direction.knowledge.indicators")]
    [InlineData("а показатели? Открытость сознания", "direction.openness.indicators")]
    public void A_follow_up_with_its_topic_finds_the_indicators(string question, string id) =>
        Assert.Equal(id, SampleKnowledge.Shipped.Search(question, null).Hits[0].Entry.Id);

    [Fact]
    public void Nothing_throws_on_random_strings_and_scores_stay_in_range()
    {
        var random = new Random(7);
        for (var i = 0; i < 3_000; i++)
        {
            var question = new string([.. Enumerable.Range(0, random.Next(30)).Select(_ => random.Next(4) switch
            {
                0 => (char)random.Next(char.MaxValue + 1),
                1 => ' ',
                2 => (char)random.Next('а', 'я'),
                _ => (char)random.Next('!', '~'),
            })]);
            Assert.All(SampleKnowledge.Shipped.Search(question, null).Hits, hit => Assert.InRange(hit.Score, 0, 1));
        }
    }

    [Fact]
    public void Searches_side_by_side_do_not_disturb_each_other()
    {
        string[] questions = ["ұлттық код", "что такое культура", "youtube", "ауыл жобасы", "ulttyq kod", "нация"];
        var alone = questions.Select(question => SampleKnowledge.Small.Search(question, null).Hits[0]).ToArray();
        Parallel.For(0, 600, i => Assert.Equal(
            alone[i % alone.Length], SampleKnowledge.Small.Search(questions[i % questions.Length], null).Hits[0]));
    }
}
