using Ruhani.Bot.Linguistics.Answers;
using Ruhani.Bot.Linguistics.When;

namespace Ruhani.Bot.Language.Tests.Said;

/// <summary>Words, digits and marks of all the answers in the tables, shuffled with a fixed seed.</summary>
public sealed class MixedWordsTests
{
    private const int Texts = 5_000;
    private static readonly DateOnly Today = new(2026, 5, 20);
    private static readonly DateTimeOffset Now = new(2026, 5, 20, 11, 20, 45, TimeSpan.FromHours(5));

    [Fact]
    public void Days_are_of_the_calendar_and_several_are_different()
    {
        foreach (var text in Mixed())
        {
            switch (DateReader.Read(text, Today))
            {
                case DateReading.Found found:
                    Assert.InRange(found.Date.Year, 1900, 2199);
                    break;
                case DateReading.Ambiguous several:
                    Assert.True(several.Dates.Distinct().Count() > 1, text);
                    break;
                case DateReading.Invalid invalid:
                    Assert.False(string.IsNullOrEmpty(invalid.As), text);
                    break;
            }
        }
    }

    [Fact]
    public void Periods_end_after_they_begin()
    {
        foreach (var text in Mixed())
        {
            switch (PeriodReader.Read(text, Today))
            {
                case PeriodReading.Found found:
                    Assert.True(found.From <= found.To, text);
                    break;
                case PeriodReading.Ambiguous several:
                    Assert.True(several.Periods.Distinct().Count() > 1, text);
                    Assert.All(several.Periods, period => Assert.True(period.From <= period.To, text));
                    break;
            }
        }
    }

    [Fact]
    public void Moments_are_ahead()
    {
        foreach (var text in Mixed())
        {
            switch (MomentReader.Read(text, Now))
            {
                case MomentReading.Found found:
                    Assert.True(found.At > Now.AddMinutes(-1), text);
                    break;
                case MomentReading.Ambiguous several:
                    Assert.True(several.Moments.Distinct().Count() > 1, text);
                    Assert.All(several.Moments, moment => Assert.True(moment > Now.AddMinutes(-1), text));
                    break;
            }
        }
    }

    [Fact]
    public void Times_and_other_answers_are_well_formed()
    {
        foreach (var text in Mixed())
        {
            if (TimeReader.Read(text) is TimeReading.Ambiguous several)
            {
                Assert.True(several.Times.Distinct().Count() > 1, text);
            }

            if (PhoneReader.Read(text) is PhoneReading.Found phone)
            {
                Assert.Matches(@"^\+[1-9][0-9]{7,14}\z", phone.E164);
                Assert.Equal(phone.E164, Assert.IsType<PhoneReading.Found>(
                    PhoneReader.Read(PhoneReader.Format(phone.E164))).E164);
            }

            Assert.NotNull(NumberReader.Read(text));
            Assert.NotNull(PersonNameReader.Read(text));
            Assert.True(Enum.IsDefined(YesNoReader.Read(text)));
            Assert.Equal(text.Length, IinDetector.Mask(text).Length);
        }
    }

    private static IEnumerable<string> Mixed()
    {
        var words = SaidTests.Kazakh.Concat(SaidTests.Russian)
            .SelectMany(row => row.Data.Item2.Split(' ')).Where(word => word.Length > 0).ToArray();
        var random = new Random(20260520);
        for (var i = 0; i < Texts; i++)
        {
            yield return string.Join(' ', random.GetItems(words, random.Next(1, 8)));
        }
    }
}
