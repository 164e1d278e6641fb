using Ruhani.Bot.Dialogs;

namespace Ruhani.Bot.Tests.Dialogs;

public sealed class PhraseBookTests
{
    [Theory]
    [InlineData("  Көмек!!! ", "комек")]
    [InlineData("Не істей аласың?", "не истей аласын")]
    [InlineData("объявление", "обявление")]
    [InlineData("ещё", "еще")]
    [InlineData("е\u0308ще", "еще")]
    [InlineData("про\u00ADек\u200Bты", "проекты")]
    [InlineData("«Туған – жер»", "туган жер")]
    [InlineData("🎉", "")]
    [InlineData("\uD83D\u0301", "")]
    public void One_key_for_every_way_of_writing_it(string text, string key) =>
        Assert.Equal(key, PhraseBook.Key(text));
}
