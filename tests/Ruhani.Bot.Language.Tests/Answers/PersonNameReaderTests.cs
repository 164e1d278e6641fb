using Ruhani.Bot.Linguistics.Answers;

namespace Ruhani.Bot.Language.Tests.Answers;

public sealed class PersonNameReaderTests
{
    [Theory]
    [InlineData("Айгүл Серікқызы", "Айгүл Серікқызы")]
    [InlineData("  айгүл   СЕРІКҚЫЗЫ ", "Айгүл Серікқызы")]
    [InlineData("Серік Айдар Болатұлы", "Серік Айдар Болатұлы")]
    [InlineData("мұхтар омархан ұлы әуезов", "Мұхтар Омархан ұлы Әуезов")]
    [InlineData("АҚЫЛ ЕРЛАН ҚЫЗЫ", "Ақыл Ерлан қызы")]
    [InlineData("иванов иван иванович", "Иванов Иван Иванович")]
    [InlineData("Анна-мария петрова", "Анна-Мария Петрова")]
    [InlineData("Иванов, Иван", "Иванов Иван")]
    [InlineData("Серіков Айдар Б.", "Серіков Айдар Б.")]
    [InlineData("серіков айдар б.", "Серіков Айдар Б.")]
    [InlineData("Ким Юлия", "Ким Юлия")]
    [InlineData("ван юлия", "Ван Юлия")]
    [InlineData("Ли Ан", "Ли Ан")]
    [InlineData("Aigul Serikqyzy", "Aigul Serikqyzy")]
    [InlineData("aıgúl ÁÝEZOV", "Aıgúl Áýezov")]
    [InlineData("john mac o'brien", "John Mac O'Brien")]
    [InlineData("Angus MacDonald", "Angus MacDonald")]
    [InlineData("Вернер фон Браун", "Вернер фон Браун")]
    [InlineData("Aйгүл Cерікқызы", "Айгүл Серікқызы")]
    [InlineData("Айгүл Серікқызы 😊", "Айгүл Серікқызы")]
    [InlineData("Менің атым Айгүл Серікқызы", "Айгүл Серікқызы")]
    [InlineData("Аты-жөнім: Айгүл Серікқызы", "Айгүл Серікқызы")]
    [InlineData("Меня зовут Иван Петров", "Иван Петров")]
    [InlineData("ФИО - Петров Иван", "Петров Иван")]
    public void Names_are_put_right(string text, string name) =>
        Assert.Equal(new PersonNameReading.Found(name), PersonNameReader.Read(text));

    [Theory]
    [InlineData("", PersonNameFault.Empty)]
    [InlineData("👍", PersonNameFault.Empty)]
    [InlineData("Айгүл", PersonNameFault.OnePart)]
    [InlineData("Серік ұлы", PersonNameFault.OnePart)]
    [InlineData("Серіков А.", PersonNameFault.Initials)]
    [InlineData("И.И. Иванов", PersonNameFault.Initials)]
    [InlineData("Айгүл Серікқызы 2", PersonNameFault.Digits)]
    [InlineData("8 701 000 00 00", PersonNameFault.Digits)]
    [InlineData("Айгүл @serik", PersonNameFault.Symbols)]
    [InlineData("Как вас зовут?", PersonNameFault.Symbols)]
    [InlineData("李 小龙", PersonNameFault.Symbols)]
    [InlineData("Айгүл Serikova", PersonNameFault.MixedScripts)]
    [InlineData("Айgүл Серікова", PersonNameFault.MixedScripts)]
    [InlineData("не знаю", PersonNameFault.NotAName)]
    [InlineData("кейін айтамын", PersonNameFault.NotAName)]
    [InlineData("айтпаймын сізге", PersonNameFault.NotAName)]
    [InlineData("бір екі үш төрт бес алты жеті", PersonNameFault.TooManyParts)]
    public void What_is_no_name_says_why(string text, PersonNameFault fault) =>
        Assert.Equal(new PersonNameReading.Refused(fault), PersonNameReader.Read(text));

    [Fact]
    public void A_name_longer_than_any_is_refused() => Assert.Equal(
        new PersonNameReading.Refused(PersonNameFault.TooLong),
        PersonNameReader.Read(new string('а', 90) + " " + new string('б', 90)));

    [Fact]
    public void Nothing_throws_and_a_name_stays_itself()
    {
        foreach (var text in RandomText.Many(20_000).Select(text => "Айгүл " + text).Append("Aigul\uD800 Serik"))
        {
            if (PersonNameReader.Read(text) is PersonNameReading.Found found)
            {
                Assert.Equal(found, PersonNameReader.Read(found.Name));
            }
        }
    }
}
