using BenchmarkDotNet.Attributes;
using Ruhani.Bot.Linguistics.Answers;
using Ruhani.Bot.Linguistics.When;

namespace Ruhani.Bot.Benchmarks.Answers;

/// <summary>One answer read by each reader: a plain day, one in words, one in Latin with a slip, other kinds.</summary>
[MemoryDiagnoser]
public class AnswerReading
{
    private readonly DateOnly _today = new(2026, 5, 20);
    private readonly DateTimeOffset _now = new(2026, 5, 20, 11, 20, 0, TimeSpan.FromHours(5));
    private readonly string _phone = "8 (701) 123-45-67";

    /// <summary>A day in digits.</summary>
    [Benchmark(Baseline = true)]
    public DateReading DateInDigits() => DateReader.Read("25.05.2027", _today);

    /// <summary>A day in Kazakh words.</summary>
    [Benchmark]
    public DateReading DateInKazakh() => DateReader.Read("2027 жылғы мамырдың жиырма бесі, сейсенбі", _today);

    /// <summary>A day in Russian words.</summary>
    [Benchmark]
    public DateReading DateInRussian() => DateReader.Read("во вторник на следующей неделе", _today);

    /// <summary>A Kazakh day in Latin letters, with a slip.</summary>
    [Benchmark]
    public DateReading DateInLatinWithSlip() => DateReader.Read("maamyrdyn 25-i", _today);

    /// <summary>No day at all: a question.</summary>
    [Benchmark]
    public DateReading QuestionForDate() => DateReader.Read("кто утвердил программу рухани жаңғыру", _today);

    /// <summary>A day with a time.</summary>
    [Benchmark]
    public MomentReading Moment() => MomentReader.Read("ертең түстен кейін сағат 3-те", _now);

    /// <summary>A period.</summary>
    [Benchmark]
    public PeriodReading Period() => PeriodReader.Read("маусымның 1-інен 10-ына дейін", _today);

    /// <summary>A telephone number.</summary>
    [Benchmark]
    public PhoneReading Phone() => PhoneReader.Read(_phone);
}
