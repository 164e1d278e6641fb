using Ruhani.Bot.Testing.Turns;

namespace Ruhani.Bot.Tests.Dialogs.Slots;

public sealed class SlotAnswersTests(SlotProbe probe) : IClassFixture<SlotProbe>
{
    [Theory]
    [InlineData("type: date", "ru", "25 мая", "= вторник, 25 мая 2027 года")]
    [InlineData("type: date", "ru", "в пятницу", "= пятница, 5 февраля 2027 года")]
    [InlineData("type: date", "ru", "через две недели", "= понедельник, 15 февраля 2027 года")]
    [InlineData("type: date, within_days: 0", "ru", "25 мая", "= понедельник, 25 мая 2026 года")]
    [InlineData("type: time", "ru", "в 3 часа дня", "= 15:00")]
    [InlineData("type: moment", "ru", "завтра в 10", "= вторник, 2 февраля 2027 года, 10:00")]
    [InlineData("type: moment", "ru", "через два часа", "= понедельник, 1 февраля 2027 года, 11:00")]
    [InlineData("type: period", "ru", "с 1 по 10 июня", "= 1–10 июня 2027 года")]
    [InlineData("type: number", "ru", "сто двадцать пять", "= 125")]
    [InlineData("type: number", "ru", "около 200 человек", "= 200")]
    [InlineData("type: phone", "ru", "8 701 1234567", "= +7 701 123 45 67")]
    [InlineData("type: phone", "ru", "+77172741492 доб. 12", "= +7 7172 74 14 92, доб. 12")]
    [InlineData("type: person", "ru", "айгуль сериковна", "= Айгуль Сериковна")]
    [InlineData("type: yes_no", "ru", "угу", "= Да")]
    [InlineData("type: yes_no", "ru", "не надо", "= Нет")]
    [InlineData("type: date", "kk", "25 мамыр", "= 2027 жылғы 25 мамыр, сейсенбі")]
    [InlineData("type: date", "kk", "ертең", "= 2027 жылғы 2 ақпан, сейсенбі")]
    [InlineData("type: moment", "kk", "ертең сағат 15-те", "= 2027 жылғы 2 ақпан, сейсенбі, 15:00")]
    [InlineData("type: period", "kk", "маусымның 1-інен 10-ына дейін", "= 2027 жылғы 1–10 маусым")]
    [InlineData("type: time", "kk", "кешкі жетіде", "= 19:00")]
    [InlineData("type: number", "kk", "екі жүз елу", "= 250")]
    [InlineData("type: phone", "kk", "87011234567", "= +7 701 123 45 67")]
    [InlineData("type: phone", "kk", "+77172741492 ішкі 12", "= +7 7172 74 14 92, ішкі 12")]
    [InlineData("type: person", "kk", "менің атым айгүл серікқызы", "= Айгүл Серікқызы")]
    [InlineData("type: yes_no", "kk", "жарайды", "= Иә")]
    [InlineData("type: yes_no", "kk", "керек емес", "= Жоқ")]
    public async Task What_people_write_is_taken(string slot, string language, string said, string told)
    {
        Assert.Equal(told, (await probe.AnswerAsync(slot, language, said))[0].Text);
    }

    [Theory]
    [InlineData("type: date", "31 апреля", "31.04", "31 сәуір", "25")]
    [InlineData("type: date", "45.05.2027", "45", "45.05.2027", "31")]
    [InlineData("type: date", "25.13.2027", "13", "25.13.2027", "25.05.2027")]
    [InlineData("type: date", "29 февраля 2027", "29.02.2027", "29 ақпан 2027", "28")]
    [InlineData("type: date", "среда, 25 мая 2027", "25.05.2027", "25 мамыр 2027, сәрсенбі", "25")]
    [InlineData("type: date, not_past: true", "вчера", "прошёл", "кеше", "өтіп кетті")]
    [InlineData("type: date, within_days: 0", "завтра", "не наступил", "ертең", "әлі келген жоқ")]
    [InlineData("type: date, within_days: 30", "25 мая", "30 дней", "25 мамыр", "30 күн")]
    [InlineData("type: time", "25:00", "25", "25:00", "23")]
    [InlineData("type: time", "15:75", "75", "15:75", "59")]
    [InlineData("type: moment, not_past: true", "сегодня в 8", "прошло", "бүгін сағат 8-де", "өтіп кетті")]
    [InlineData("type: moment", "31.02 в 10", "31.02", "31 ақпан сағат 10-да", "31.02")]
    [InlineData("type: period", "с 10 по 1 июня", "раньше первого", "маусымның 10-ынан 1-іне дейін", "ерте")]
    [InlineData("type: period", "до 10 июня", "начала нет", "10 маусымға дейін", "басталатын күні жоқ")]
    [InlineData("type: period, max: 7", "с 1 по 10 июня", "7 дней", "1-10 маусым", "7 күн")]
    [InlineData("type: period, not_past: true", "25-27.01.2027", "прошёл", "2027 жылғы 25-27 қаңтар", "өтіп кетті")]
    [InlineData("type: number", "2,5", "целое", "екі жарым", "бүтін")]
    [InlineData("type: number", "5-10", "больше одного", "5-10", "бірнеше сан")]
    [InlineData("type: number, min: 10", "5", "не меньше 10", "бес", "кемінде 10")]
    [InlineData("type: number, max: 10", "50", "не больше 10", "елу", "10-нан аспауы керек")]
    [InlineData("type: phone", "701 123", "не хватает", "701 123", "жетпейді")]
    [InlineData("type: phone", "+7 701 123 45 67 89", "лишние", "+7 701 123 45 67 89", "артық")]
    [InlineData("type: phone", "8 000 123 45 67", "кода не знаю", "8 000 123 45 67", "кодты білмеймін")]
    [InlineData("type: phone", "87011234567 87021234567", "больше одного", "87011234567 87021234567", "бірнеше нөмір")]
    [InlineData("type: person", "Айгуль 2", "буквы", "Айгүл 2", "әріп")]
    [InlineData("type: person", "Айгуль", "не меньше двух слов", "Айгүл", "екі сөзбен")]
    public async Task What_is_wrong_is_told_with_an_example(
        string slot, string russian, string told, string kazakh, string kazakhTold)
    {
        foreach (var (language, said, part) in ((string, string, string)[])
            [("ru", russian, told), ("kk", kazakh, kazakhTold)])
        {
            var reply = (await probe.AnswerAsync(slot, language, said))[0].Text;
            Assert.Contains(part, reply, StringComparison.Ordinal);
            Assert.DoesNotContain("= ", reply, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("type: text", "мой ИИН 900101300017")]
    [InlineData("type: person", "Айгүл Серікқызы 900101300017")]
    [InlineData("type: place", "Астана, 900101300017")]
    [InlineData("type: number", "900101300017")]
    [InlineData("type: date", "900101300017")]
    [InlineData("type: phone", "900101300017")]
    [InlineData("type: text", "почему 900101 300017?")]
    public async Task An_IIN_is_refused_whatever_was_asked(string slot, string said)
    {
        foreach (var (language, part) in ((string, string)[])[("ru", "ИИН"), ("kk", "ЖСН")])
        {
            var reply = Assert.Single(await probe.AnswerAsync(slot, language, said)).Text;
            Assert.Contains(part, reply, StringComparison.Ordinal);
            Assert.DoesNotContain("300017", reply, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("type: date", "ru", "в понедельник", "= понедельник, 1 февраля 2027 года")]
    [InlineData("type: date", "ru", "25 или 26 мая", "= вторник, 25 мая 2027 года")]
    [InlineData("type: time", "ru", "в 3", "= 03:00")]
    [InlineData("type: moment", "ru", "завтра в 7", "= вторник, 2 февраля 2027 года, 07:00")]
    [InlineData("type: period", "ru", "май или июнь", "= 1–31 мая 2027 года")]
    [InlineData("type: time", "kk", "сағат үште", "= 03:00")]
    public async Task Of_several_meanings_one_is_picked_with_a_button(
        string slot, string language, string said, string told)
    {
        var which = await probe.AnswerAsync(slot, language, said);
        Assert.Equal(language == "ru" ? "Что вы имеете в виду?" : "Қайсысын айтып тұрсыз?", which[0].Text);
        Assert.Equal(told, (await probe.PressAsync(which[0].Buttons[0][0].Token))[0].Text);
    }

    [Theory]
    [InlineData("type: date, not_past: true", "ru", "вчера или сегодня", "= понедельник, 1 февраля")]
    [InlineData("type: moment, not_past: true", "ru", "сегодня в 7", "= понедельник, 1 февраля 2027 года, 19:00")]
    [InlineData("type: moment, not_past: true", "kk", "бүгін сағат 7-де", "19:00")]
    public async Task A_meaning_out_of_bounds_is_not_offered(string slot, string language, string said, string told)
    {
        Assert.Contains(told, (await probe.AnswerAsync(slot, language, said)).AllText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru", "25 мая", "А во сколько?", "в 15:00", "= вторник, 25 мая 2027 года, 15:00")]
    [InlineData("ru", "25 мая", "А во сколько?", "15", "= вторник, 25 мая 2027 года, 15:00")]
    [InlineData("ru", "15:00", "А в какой день?", "завтра", "= вторник, 2 февраля 2027 года, 15:00")]
    [InlineData("ru", "25 мая", "А во сколько?", "26 мая в 10", "= среда, 26 мая 2027 года, 10:00")]
    [InlineData("kk", "25 мамыр", "Сағат нешеде?", "сағат 15-те", "15:00")]
    [InlineData("kk", "сағат 15-те", "Қай күні?", "ертең", "15:00")]
    public async Task Day_and_time_may_come_one_by_one(
        string language, string first, string asked, string second, string told)
    {
        var half = await probe.AnswerAsync("type: moment", language, first);
        Assert.Contains(asked, half[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(half.Labels(), label => label is "Готово" or "Дайын");
        Assert.Contains(told, (await probe.SayAsync(second))[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru", "в понедельник", "в 15:00", "= понедельник, 8 февраля 2027 года, 15:00")]
    [InlineData("kk", "дүйсенбіде", "15:00", "15:00")]
    public async Task A_day_picked_for_a_moment_still_needs_its_time(
        string language, string said, string time, string told)
    {
        var which = await probe.AnswerAsync("type: moment", language, said);
        var asked = await probe.PressAsync(which[0].Buttons[1][0].Token);
        Assert.Contains(language == "ru" ? "А во сколько?" : "Сағат нешеде?", asked[0].Text, StringComparison.Ordinal);
        Assert.Contains(told, (await probe.SayAsync(time))[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru", "с 1 июня", "А по какой день?", "10 июня", "= 1–10 июня 2027 года")]
    [InlineData("ru", "с 1 июня", "А по какой день?", "по 10 июня", "= 1–10 июня 2027 года")]
    [InlineData("ru", "с 10 июня", "А по какой день?", "1 июня", "Последний день раньше первого")]
    [InlineData("kk", "1 маусымнан бастап", "Қай күнге дейін?", "10 маусымға дейін", "= 2027 жылғы 1–10 маусым")]
    public async Task The_ends_of_a_period_may_come_one_by_one(
        string language, string first, string asked, string second, string told)
    {
        var half = await probe.AnswerAsync("type: period", language, first);
        Assert.Contains(asked, half[0].Text, StringComparison.Ordinal);
        Assert.Contains(told, (await probe.SayAsync(second))[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type: date")]
    [InlineData("type: moment")]
    [InlineData("type: phone")]
    public async Task A_question_in_the_middle_is_answered(string slot)
    {
        var said = await probe.AnswerAsync(slot, "ru", "Национальный код");
        Assert.Contains("Национальный код", said.AllText(), StringComparison.Ordinal);
    }
}
