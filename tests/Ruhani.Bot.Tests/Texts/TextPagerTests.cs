using Ruhani.Bot.Tests.Support;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Tests.Texts;

public sealed class TextPagerTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 300)];

    [Theory]
    [MemberData(nameof(Seeds), DisableDiscoveryEnumeration = true)]
    public void Pages_keep_the_limits_lose_nothing_and_cut_no_word(int seed)
    {
        var random = new Random(seed);
        var max = random.Next(60, 400);
        var maxLast = random.Next(60, max + 1);
        var text = RandomText.Create(random, random.Next(0, 300));

        var pages = TextPager.Split(text, max, maxLast);

        Assert.All(pages.SkipLast(1), page => Assert.InRange(page.Length, 1, max));
        Assert.InRange(pages[^1].Length, text.Length == 0 ? 0 : 1, maxLast);
        Assert.Equal(text.WordsOf(), pages.SelectMany(page => page.WordsOf()));
        Assert.Equal(text.Ink(), pages.SelectMany(page => page.Ink()));
    }

    [Theory]
    [InlineData(100, 90, "а б в г д е ё ж з и ", 80)]
    [InlineData(100, 100, "аа ", 90)]
    [InlineData(60, 60, "а\nбб ", 59)]
    public void A_long_word_stays_whole_as_long_as_it_fits_a_page(int max, int maxLast, string before, int length)
    {
        var word = new string('ж', length);
        var text = RichText.Plain($"{before}{word} {before}{word}");
        Assert.Equal(text.WordsOf(), TextPager.Split(text, max, maxLast).SelectMany(page => page.WordsOf()));
    }

    [Fact]
    public void A_word_longer_than_a_page_is_cut_but_no_character_is()
    {
        var text = RichText.Plain("а" + string.Concat(Enumerable.Repeat("😀", 200)));
        var pages = TextPager.Split(text, 100, 60);
        Assert.Equal(text.ToString(), string.Concat(pages));
        Assert.All(pages, page => Assert.False(char.IsLowSurrogate(page.ToString()[0])));
        Assert.All(pages, page => Assert.False(char.IsHighSurrogate(page.ToString()[^1])));
    }

    [Fact]
    public void The_best_seam_is_taken()
    {
        var first = string.Join(' ', Enumerable.Repeat("сөз", 10));
        var second = string.Join(' ', Enumerable.Repeat("сөз", 12));
        var pages = TextPager.Split(RichText.Plain($"{first}\n\n{second}"), 60, 60);
        Assert.Equal([first, second], pages.Select(page => page.ToString()));
    }

    [Fact]
    public void What_fits_stays_one_page() =>
        Assert.Equal(
            "Сәлем.\n\nҚалайсыз?",
            Assert.Single(TextPager.Split(RichText.Plain("Сәлем.\n\nҚалайсыз?"), 60, 60)).ToString());
}
