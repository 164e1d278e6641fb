using Ruhani.Bot.Linguistics;

namespace Ruhani.Bot.Language.Tests;

public sealed class SkeletonTests
{
    private static readonly string[] Words =
    [
        "қоғамдық", "жаңғыру", "бірегейлік", "құндылық", "әліпби", "ұлт", "өңір", "үшінші", "ғылым", "мәдениет",
        "миссиясы", "эволюция", "социализация", "әлеуметтендіру", "бағдарламасы", "көшіру", "шаңырақ", "асхана",
        "жаһандағы", "қазақстандық", "білімнің", "сананың", "ашықтығы", "чемпион", "щетка", "авиация", "ою-өрнек",
    ];

    public static TheoryData<LatinAlphabet> Alphabets => [.. Enum.GetValues<LatinAlphabet>()];

    [Theory]
    [MemberData(nameof(Alphabets))]
    public void Every_latin_spelling_of_a_word_has_its_skeleton(LatinAlphabet alphabet)
    {
        foreach (var word in Words)
        {
            var latin = LatinWriter.Write(word, alphabet);
            Assert.Contains(Skeleton.Of(word), LatinReader.Read(latin).Select(read => Skeleton.Of(read)));
        }
    }

    [Fact]
    public void Folded_words_have_the_same_skeleton() =>
        Assert.All(Words, word => Assert.Equal(Skeleton.Of(word), Skeleton.Of(Folding.Fold(word))));

    [Theory]
    [InlineData("ұлт", "ұлттық")]
    [InlineData("құнды", "құндылық")]
    [InlineData("сана", "сан")]
    public void Different_words_keep_different_skeletons(string one, string other) =>
        Assert.NotEqual(Skeleton.Of(one), Skeleton.Of(other));

    [Fact]
    public void Numbers_keep_doubled_digits() => Assert.Equal("100", Skeleton.Of("100"));
}
