using Ruhani.Bot.Linguistics.Lexing;

namespace Ruhani.Bot.Linguistics.When;

/// <summary>The words of dates and times in both languages, and what people put around them in an answer.</summary>
internal static class WhenWords
{
    private static readonly (string Russian, string Kazakh)[] Months =
    [
        ("январь января январе январю январем", "қаңтар"),
        ("февраль февраля феврале февралю февралем", "ақпан"),
        ("март марта марте марту мартом", "наурыз"),
        ("апрель апреля апреле апрелю апрелем", "сәуір"),
        ("май мая мае маю маем", "мамыр"),
        ("июнь июня июне июню июнем", "маусым"),
        ("июль июля июле июлю июлем", "шілде"),
        ("август августа августе августу августом", "тамыз"),
        ("сентябрь сентября сентябре сентябрю сентябрем", "қыркүйек"),
        ("октябрь октября октябре октябрю октябрем", "қазан"),
        ("ноябрь ноября ноябре ноябрю ноябрем", "қараша"),
        ("декабрь декабря декабре декабрю декабрем", "желтоқсан"),
    ];

    private static readonly string[] MonthsShort =
    [
        "янв қаң", "фев февр ақп", "мар нау", "апр сәу", "мам", "июн мау", "июл шіл", "авг там", "сен сент қыр",
        "окт қаз", "ноя нояб қар", "дек жел желт",
    ];

    private static readonly (string Russian, string Kazakh)[] Weekdays =
    [
        ("понедельник понедельника понедельнику понедельнике понедельником", "дүйсенбі"),
        ("вторник вторника вторнику вторнике вторником", "сейсенбі"),
        ("среда среды среде среду средой", "сәрсенбі"),
        ("четверг четверга четвергу четверге четвергом", "бейсенбі"),
        ("пятница пятницы пятнице пятницу пятницей", "жұма"),
        ("суббота субботы субботе субботу субботой", "сенбі"),
        ("воскресенье воскресенья воскресенью воскресеньем воскресение воскресения", "жексенбі"),
    ];

    private static readonly string[] WeekdaysShort =
        ["пн пнд дс дсн", "вт втр сс", "ср срд", "чт чтв бс", "пт птн жм", "сб сбт сн", "вс вск жс жк"];

    private static readonly string[] HalvesOfHours =
    [
        "полпервого", "полвторого", "полтретьего", "полчетвертого", "полпятого", "полшестого", "полседьмого",
        "полвосьмого", "полдевятого", "полдесятого", "полодиннадцатого", "полдвенадцатого",
    ];

    /// <summary>All of them with the numbers.</summary>
    public static readonly Lexer Lexer = new(Build());

    private static Lexicon Build()
    {
        var lexicon = new LexiconBuilder();
        AddNames(lexicon);
        AddUnits(lexicon);
        AddRelations(lexicon);
        AddTimes(lexicon);
        AddSurroundings(lexicon);
        return lexicon.Numbers().Build(MayBeMistyped);
    }

    private static bool MayBeMistyped(Sense sense) => sense is not (Sense.Filler or Sense.Question or Sense.Not
        or Sense.Or or Sense.And or Sense.At or Sense.Same or Sense.Remaining or Sense.Gone or Sense.Whole);

    private static void AddNames(LexiconBuilder lexicon)
    {
        for (var month = 1; month <= Months.Length; month++)
        {
            var (russian, kazakh) = Months[month - 1];
            lexicon.Words(Sense.Month, month, russian)
                .Nouns(Sense.Month, month, kazakh)
                .Nouns(Sense.Month, month, russian.Split(' ')[0])
                .Exactly(Sense.MonthShort, month, MonthsShort[month - 1]);
        }

        for (var day = 1; day <= Weekdays.Length; day++)
        {
            var (russian, kazakh) = Weekdays[day - 1];
            lexicon.Words(Sense.Weekday, day, russian)
                .Nouns(Sense.Weekday, day, kazakh)
                .Nouns(Sense.Weekday, day, russian.Split(' ')[0])
                .Exactly(Sense.Weekday, day, WeekdaysShort[day - 1]);
        }

        for (var (i, roman) = (0, "i ii iii iv v vi vii viii ix x xi xii".Split(' ')); i < roman.Length; i++)
        {
            // The Kazakh і is drawn like the numeral.
            lexicon.Exactly(Sense.Roman, i + 1, roman[i]);
            lexicon.Exactly(Sense.Roman, i + 1, roman[i].Replace('i', 'і'));
            lexicon.Exactly(Sense.Roman, i + 1, roman[i].Replace('i', 'і').Replace('x', 'х'));
        }
    }

    private static void AddUnits(LexiconBuilder lexicon) => lexicon
        .Words(Sense.Unit, (int)Unit.Minute, "минута минуты минут минуту минутам минуте")
        .Nouns(Sense.Unit, (int)Unit.Minute, "минут")
        .Exactly(Sense.Unit, (int)Unit.Minute, "мин м")
        .Words(Sense.Unit, (int)Unit.Hour, "час часа часов часу часам часе часик")
        .Nouns(Sense.Unit, (int)Unit.Hour, "сағат")
        .Exactly(Sense.Unit, (int)Unit.Hour, "ч")
        .Words(Sense.Unit, (int)Unit.Day, "день дня дней дню дням днях сутки суток денек деньков")
        .Nouns(Sense.Unit, (int)Unit.Day, "күн тәулік")
        .Words(Sense.Unit, (int)Unit.Week, "неделя недели неделю недель неделе неделям неделей недельку нед")
        .Nouns(Sense.Unit, (int)Unit.Week, "апта неделя")
        .Nouns(Sense.Unit, (int)Unit.Week, "жұма")
        .Words(Sense.Unit, (int)Unit.Month, "месяц месяца месяцев месяцу месяце месяцам мес")
        .Nouns(Sense.Unit, (int)Unit.Month, "ай месяц")
        .Words(Sense.Unit, (int)Unit.Quarter, "квартал квартала квартале кварталу кварталов")
        .Nouns(Sense.Unit, (int)Unit.Quarter, "тоқсан")
        .Exactly(Sense.Unit, (int)Unit.Quarter, "кв")
        .Words(Sense.Unit, (int)Unit.HalfYear, "полугодие полугодия полугодии полугодию")
        .Nouns(Sense.Unit, (int)Unit.HalfYear, "жартыжылдық")
        .Words(Sense.Unit, (int)Unit.Year, "год года лет году годом годы годов жылғы")
        .Nouns(Sense.Unit, (int)Unit.Year, "жыл")
        .Exactly(Sense.Unit, (int)Unit.Year, "г гг ж жж жыл")
        .Words(Sense.HalfUnit, (int)Unit.Year, "полгода полгодика")
        .Words(Sense.HalfUnit, (int)Unit.Month, "полмесяца")
        .Words(Sense.HalfUnit, (int)Unit.Hour, "полчаса полчасика")
        .Words(Sense.Weekend, "выходные выходных выходным уикенд")
        .Nouns(Sense.Weekend, 0, "демалыс");

    private static void AddRelations(LexiconBuilder lexicon) => lexicon
        .Words(Sense.DayWord, -2, "позавчера алдыңгүні алдыңгүнгі")
        .Words(Sense.DayWord, -1, "вчера вчерашний вчерашнего кеше кешегі")
        .Words(Sense.DayWord, 0, "сегодня седня сиводня севодня сегодне сегодняшний сегодняшнего сегодняшнему бүгінгі")
        .Nouns(Sense.DayWord, 0, "бүгін")
        .Words(Sense.DayWord, 1, "завтра завтрашний завтрашнего завтрашнему ертеңгі ертеңгісін")
        .Nouns(Sense.DayWord, 1, "ертең")
        .Words(Sense.DayWord, 2, "послезавтра послезавтрашний арғыкүні")
        .Nouns(Sense.DayWord, 2, "бүрсігүн бүрсүгүн бірсігүн бүрсікүн")
        .Words(Sense.DayWord, 3, "послепослезавтра")
        .Words(
            Sense.Next,
            """
            следующий следующая следующее следующие следующую следующей следующего следующем следующему следующих
            следущий следущая следущее следущую следущей следущего следущем след будущий будущая будущее будущую
            будущей будущего будущем наступающий наступающей наступающего келесі келесідегі келер
            """)
        .Words(
            Sense.This,
            """
            этот эта это эту этой этого этом эти этих ближайший ближайшая ближайшее ближайшие ближайшую ближайшей
            ближайшего ближайшем текущий текущая текущее текущую текущей текущего текущем осы бұл алдағы алдымыздағы
            ағымдағы таяудағы
            """)
        .Words(
            Sense.Last,
            """
            прошлый прошлая прошлое прошлую прошлой прошлого прошлом прошлые прошедший прошедшая прошедшее прошедшую
            прошедшей прошедшего прошедшем минувший минувшая минувшую минувшей минувшего өткен былтырғы
            """)
        .Words(Sense.Last, (int)Unit.Year, "былтыр")
        .Words(Sense.This, (int)Unit.Year, "биыл биылғы")
        .Words(
            Sense.Final,
            """
            последний последняя последнее последние последнюю последней последнего последнем последних соңғы ақырғы
            """)
        .Words(Sense.In, "через чрез чз")
        .Words(Sense.Later, "кейін кейінгі соң спустя")
        .Words(Sense.Ago, "назад бұрын бұрынғы")
        .Words(Sense.After, "после")
        .Words(Sense.Since, "с со от начиная бастап")
        .Words(Sense.Until, "по до дейін шейін")
        .Words(Sense.Between, "между аралығы аралығында аралығындағы арасы арасында")
        .Words(Sense.End, "конец конца конце концу концом соңы соңында соңына соңындағы аяғы аяғында аяғына")
        .Words(Sense.Begin, "начало начала начале началу басы басында басындағы басынан басына")
        .Words(Sense.Whole, "весь вся все всю всего всей целый целая целое целую целого целой бүкіл барлық тұтас")
        .Words(Sense.And, "и мен пен бен және")
        .Words(Sense.Or, "или либо немесе яки әлде болмаса")
        .Words(Sense.Vague, "бірер бірнеше біраз пара пару несколько")
        .Words(Sense.At, "в во на к ко")

        // Latin letters that are words alone, and numerals elsewhere.
        .Exactly(Sense.At, 0, "v")
        .Exactly(Sense.And, 0, "i ı")
        .Exactly(Sense.Since, 0, "c s")
        .Exactly(Sense.Month, 6, "iyun ııýn ııwn")
        .Exactly(Sense.Month, 7, "iyul ııýl ııwl")
        .Words(Sense.DayNumber, "число числа числу числе числом");

    private static void AddTimes(LexiconBuilder lexicon)
    {
        for (var hour = 1; hour <= HalvesOfHours.Length; hour++)
        {
            lexicon.Words(Sense.HalfHour, hour, HalvesOfHours[hour - 1]);
        }

        AddPartsOfDay(lexicon);
    }

    private static void AddPartsOfDay(LexiconBuilder lexicon) => lexicon
        .Words(Sense.Part, (int)DayPart.Morning, "утро утра утром утру таңғы таңертең таңертеңгі таңертеңгісін таң")
        .Words(Sense.Part, (int)DayPart.Day, "дня днем полудня күндіз күндізгі түскі")
        .Words(Sense.Part, (int)DayPart.Evening, "вечер вечера вечером вечеру кешкі кешкісін кеш кеште кешке кешкілік")
        .Words(Sense.Part, (int)DayPart.Night, "ночь ночи ночью түнгі түнде түн")
        .Words(Sense.Noon, "полдень полудень талтүс талтүсте түсте түс түскіде")
        .Words(Sense.Midnight, "полночь полуночь полночи полуночи")
        .Words(Sense.Midday, "обед обеда обеду түстен түске түсірі")
        .Words(Sense.Middle, "ортасы ортасында ортасына")
        .Words(Sense.QuarterOf, "четверть четверти ширек")
        .Words(Sense.Without, "без")
        .Words(Sense.Remaining, "қалды қалғанда қалған қалса бар барда кем")
        .Words(Sense.Gone, "өтті өткенде кетті кеткенде")
        .Words(Sense.Same, "то тот та ту том той же сол дәл самое")
        .Words(Sense.TimeWord, "время времени уақыт уақытта уақытқа шақ шақта мезгілде")
        .Words(Sense.Now, "сейчас щас қазір");

    private static void AddSurroundings(LexiconBuilder lexicon) => lexicon
        .Words(
            Sense.Filler,
            """
            ну давай давайте наверное наверно скорее можно пожалуйста пж пжл ровно где-то примерно около дата дату даты
            будет будем состоится пройдет проведем провести проводим планируем планируется хотим хочу нужно надо
            думаю лучше тогда пусть поставьте поставь запишите запиши назначьте мероприятие мероприятия встреча встречу
            начало начнем начинаем да ок хорошо ладно иә ия болады болсын болмақ болар өтеді өтсін өткіземіз
            өткізейік өткізу жазыңыз жазыңызшы қойыңыз қойыңызшы белгілеңіз шамамен мүмкін деп ойлаймын керек іс-шара
            басталады бастаймыз жоспарлап отырмыз жоспарланған дұрыс жақсы жарайды ғана тек ғой рет уақыты күніне
            период период срок мерзім мерзімі кезең кезеңі аралық отчет отчета есеп отпуск демалыста
            """.Replace('-', ' '))
        .Words(
            Sense.Question,
            """
            что какой какая какое какого когда где кто кого почему зачем сколько как куда кім кімнің қашан қайда
            неге неліктен қандай қалай қай қайсы қанша неше
            """)
        .Exactly(Sense.Question, 0, "ли ма ме ба бе па пе")
        .Words(Sense.Not, "емес кроме нельзя кроме бермейді болмайды")
        .Exactly(Sense.Not, 0, "не ни")
        .Unlike("завтрак завтракать ертегі ертек обеденный семья часть утрата среднее среди субботник понедельничный");
}
