using Ruhani.Bot.Linguistics;

namespace Ruhani.Bot.Language.Tests;

public sealed class LatinReaderTests
{
    [Theory]
    [InlineData("Бас мәзір", "bas mäzır")]
    [InlineData("Бас мәзір", "BAS MÄZIR!")]
    [InlineData("Бас мәзір", "bas mazir")]
    [InlineData("Толығырақ", "tolyǵyraq")]
    [InlineData("Сөздікке қайту", "sozdikke qaitu")]
    [InlineData("Қазақша (латын)", "Qazaqşa (latyn)")]
    [InlineData("Пікіріңіз", "pikiriniz")]
    public void Words_sound_alike_in_every_spelling(string cyrillic, string latin) =>
        Assert.Equal(LatinReader.SoundKey(cyrillic), LatinReader.SoundKey(latin));

    [Theory]
    [InlineData("")]
    [InlineData("?! «»")]
    [InlineData("🎉")]
    public void What_has_no_word_has_no_sound(string text) => Assert.Equal("", LatinReader.SoundKey(text));
}
