using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Tests.Texts;

public sealed class LanguagesTests
{
    [Theory]
    [InlineData("kk", Language.Kazakh)]
    [InlineData("KK", Language.Kazakh)]
    [InlineData("kk-KZ", Language.Kazakh)]
    [InlineData("kk_Cyrl_KZ", Language.Kazakh)]
    [InlineData("ru", Language.Russian)]
    [InlineData("ru-RU", Language.Russian)]
    [InlineData("RU_kz", Language.Russian)]
    [InlineData("en", null)]
    [InlineData("kkj", null)]
    [InlineData("r", null)]
    [InlineData("-ru", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_client_s_tag_is_read(string? tag, Language? expected) =>
        Assert.Equal(expected, Languages.FromTag(tag));
}
