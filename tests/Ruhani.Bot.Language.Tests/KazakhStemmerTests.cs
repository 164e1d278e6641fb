using Ruhani.Bot.Linguistics;

namespace Ruhani.Bot.Language.Tests;

public sealed class KazakhStemmerTests
{
    private static readonly HashSet<string> Vocabulary =
    [
        .. new[]
        {
            "жоба", "бағдарлама", "ұлт", "ұлттық", "кітап", "халық", "ауыл", "мәдениет", "оқулық", "жаңғыру", "құнды",
            "құндылық", "бағыт", "маман", "іс", "тіл", "жер", "сана", "код", "көшу", "айту", "түсіну",
        }.Select(KazakhStemmer.Canonical),
    ];

    [Theory]
    [InlineData("жобасының", "жоба")]
    [InlineData("жобаларымыздағы", "жоба")]
    [InlineData("бағдарламада", "бағдарлама")]
    [InlineData("ұлттың", "ұлт")]
    [InlineData("ұлттықтан", "ұлттық")]
    [InlineData("кітабымен", "кітап")]
    [InlineData("халқына", "халық")]
    [InlineData("ауылдағы", "ауыл")]
    [InlineData("мәдениетті", "мәдениет")]
    [InlineData("оқулықтардан", "оқулық")]
    [InlineData("оқулығымызды", "оқулық")]
    [InlineData("жаңғыруының", "жаңғыру")]
    [InlineData("құндылықтарды", "құндылық")]
    [InlineData("мамандармен", "маман")]
    [InlineData("кодпен", "код")]
    [InlineData("көшеміз", "көшу")]
    [InlineData("айтыңызшы", "айту")]
    [InlineData("түсінбедім", "түсіну")]
    public void The_longest_stem_the_vocabulary_knows_is_taken(string word, string stem)
    {
        Assert.Equal(KazakhStemmer.Canonical(stem), KazakhStemmer.Stem(word, Vocabulary.Contains));
        Assert.Equal(KazakhStemmer.Canonical(stem), KazakhStemmer.Stem(Folding.Fold(word), Vocabulary.Contains));
    }

    [Theory]
    [InlineData("ұлттық", "ұлт")]
    [InlineData("құндылық", "құнды")]
    [InlineData("қазақша", "қазақ")]
    public void Derivation_stays(string derived, string root) => Assert.DoesNotContain(
        KazakhStemmer.Analyse(derived), stem => stem.Text == KazakhStemmer.Canonical(root));

    [Theory]
    [InlineData("халық", "халқы")]
    [InlineData("кітап", "кітабы")]
    [InlineData("сана", "сананың")]
    [InlineData("географиясы", "географиясын")]
    public void Without_a_vocabulary_forms_of_a_noun_meet(string one, string other) =>
        Assert.Equal(KazakhStemmer.Stem(one), KazakhStemmer.Stem(other));

    [Fact]
    public void A_suffix_only_follows_the_sounds_it_assimilates_to() =>
        Assert.DoesNotContain(KazakhStemmer.Analyse("кілтда"), stem => stem.Text == "килт" && !stem.Verbal);
}
