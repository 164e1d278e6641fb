using Ruhani.Bot.Linguistics;

namespace Ruhani.Bot.Language.Tests;

public sealed class RussianStemmerTests
{
    // Words and stems of the sample vocabulary beside the algorithm's description.
    [Theory]
    [InlineData("вагонов", "вагон")]
    [InlineData("важнейшими", "важн")]
    [InlineData("важничал", "важнича")]
    [InlineData("важности", "важност")]
    [InlineData("важность", "важност")]
    [InlineData("валялась", "валя")]
    [InlineData("валяются", "валя")]
    [InlineData("вальдшнепа", "вальдшнеп")]
    [InlineData("вальсишку", "вальсишк")]
    [InlineData("валентина", "валентин")]
    [InlineData("павильонам", "павильон")]
    [InlineData("вам", "вам")]
    [InlineData("в", "в")]
    public void Stems_are_those_of_the_description(string word, string stem) =>
        Assert.Equal(stem, RussianStemmer.Stem(word));

    [Theory]
    [InlineData("программы", "программой")]
    [InlineData("сёл", "сел")]
    [InlineData("направление", "направлениях")]
    [InlineData("национального", "национальный")]
    public void Forms_of_a_word_meet(string one, string other) =>
        Assert.Equal(RussianStemmer.Stem(one), RussianStemmer.Stem(other));

    [Theory]
    [InlineData("")]
    [InlineData("ъ")]
    [InlineData("ся")]
    [InlineData("нн")]
    public void What_is_no_word_is_no_error(string word) =>
        Assert.True(RussianStemmer.Stem(word).Length <= word.Length);
}
