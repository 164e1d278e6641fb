using System.Collections.Frozen;

namespace Ruhani.Bot.Linguistics;

/// <summary>
/// The small words of questions and requests in both languages, by <see cref="Skeleton"/>: they say which language a
/// message is in and little about its subject.
/// </summary>
public static class FunctionWords
{
    private const string KazakhWords =
        """
        не нені неге немен нелер неде неден ненің неліктен қандай қандайй қалай қалайша қашан қайда қайдан
        қайтіп қай қайсы
        қайсысы кім кімдер кімнің кімге кімнен кімді қанша қаншаға неше нешеу нешінші ма ме ба бе па пе мен сен
        сіз біз ол олар
        бұл осы сол мынау мына анау мені маған менің бізге бізде бізді біздің сізде сізге сіздің сіздер сіздерде
        сіздердің оның
        оны оған одан онда деген дегеніміз дегенің дегенді дегенге дегеннің дегеннен дегені деп деу дейді туралы
        жайлы жайында
        үшін бойынша арқылы және мен бен пен немесе әлде ал ғой қой ғана тек өте ең бар ма жоқ емес екен екенін
        екені бола болады
        болмайды болар болуы болса болу болып болған болды болғым керек керекпін қажет тиіс жөн дұрыс айтыңызшы
        айтыңыз айтшы
        айтып айту беріңізші берші беріңіз бер береді берің жіберіңізші жіберші жібер көрсетіңізші көрсетіңіз көрсетші
        түсіндіріңізші түсіндірші түсіндіріп түсіндір түсіндіресіз түсінеміз түсінбедім қысқаша білгім білейін
        келеді келмейді
        келсе едім еді өзі сонда енді тағы нәрсе бәрі барлық бірақ сияқты дейін кейін бұрын әлі қазір салыңызшы
        тұр жүр жатыр
        отыр атап шығыңызшы тізіп көмектесіңізші көмектесші көмектесіп өтінемін рахмет мағынасы мәні сөзінің
        дегендей істейміз
        істеймін істеу істейді істесем болсам алсам алуға болмай сәлем сәлеметсіз бе
        """;

    private const string RussianWords =
        """
        что это такое такой такая такие какой какая какие какое каким какими каких какую какова каков каковы как
        кто кого кому
        кем когда где куда откуда почему зачем отчего сколько чем чего чему чём о об обо про в во на с со к ко
        по за из от до для
        у и а но или ли же бы б ни нет то тот эта этот эти этого этой этому этом этих той том мне меня мной мною
        нам нас нами вам
        вас вами мы вы я он она они оно его ее её их ему ей им ваш ваша ваши вашего вашей вашем вашу ваших наш
        наша наши нашего
        нашей нашем нашу наших есть быть будет будут был была было были можно нужно надо нужен нужна нужны
        нельзя дайте скиньте
        расскажите скажите подскажите объясните объясни расскажи скажи подскажи покажите дай пожалуйста пож пж
        хочу хотим хотел
        хотела помогите помоги так там тут вообще если чтобы чтоб при под над между еще ещё уже все всё всех
        всего очень просто
        просто-напросто типа свой своей своего свою своем своих кто-нибудь кем-нибудь что-нибудь значит означает
        зачем-то который
        которая которые которых которое которого которой ну вот сам сама сами ли нибудь либо только тоже также
        чтобы после перед
        через без мой моя мои моего моей могу может можем можете стоит должен должна должны следует здравствуйте
        привет спасибо
        слушайте понимают понимается понимать понять называется называют назвать входит входят двух словах словами
        """;

    private static readonly FrozenDictionary<string, Tongue?> Words = Read();

    /// <summary>All of them with their language.</summary>
    internal static IEnumerable<(string Word, Tongue Tongue)> All =>
        Split(KazakhWords).Select(word => (word, Tongue.Kazakh))
            .Concat(Split(RussianWords).Select(word => (word, Tongue.Russian)));

    /// <summary>Whether a word, by its skeleton, is one of them in either language.</summary>
    public static bool Contains(string skeleton) => Words.ContainsKey(skeleton);

    /// <summary>
    /// The language whose small word it is; null when it is none or one in both, as не (what in Kazakh, not in
    /// Russian).
    /// </summary>
    public static Tongue? TongueOf(string skeleton) => Words.GetValueOrDefault(skeleton);

    private static string[] Split(string words) =>
        words.Split((char[])[' ', '\n', '\r', '-'], StringSplitOptions.RemoveEmptyEntries);

    private static FrozenDictionary<string, Tongue?> Read()
    {
        var read = new Dictionary<string, Tongue?>(StringComparer.Ordinal);
        foreach (var (word, tongue) in All)
        {
            var key = Skeleton.Of(word);
            read[key] = read.TryGetValue(key, out var other) && other != tongue ? null : tongue;
        }

        // Small words of both languages that the lists name once, because in the other they are no question's word.
        foreach (var both in "не да та те де по то на ал бар он бул мен".Split(' '))
        {
            read[both] = null;
        }

        return read.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
