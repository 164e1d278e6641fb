using Ruhani.Bot.Documents.Charts;
using SkiaSharp;

namespace Ruhani.Bot.Documents.Tests.Charts;

public sealed class BarChartDrawerTests
{
    private static readonly BarChart Grounds = new(
        "2027 жылғы II тоқсандағы өтінімдер, негіздемелері бойынша",
        ["Келісілді", "Қабылданбады", "Қаралуда"],
        [
            new Bar("Бекітілген жұмыс жоспары", [41, 6, 3]),
            new Bar("Президент Әкімшілігінің тапсырмасы", [12, 0, 1]),
            new Bar("Министрліктің келісімі", [7, 4, 0]),
            new Bar("Негіздемесі жоқ (өз бастамасы)", [0, 18, 2]),
        ],
        "30 маусым 2027 жағдай бойынша");

    private static readonly BarChart Regions = new(
        "Просмотры объявлений по областям, июнь 2027",
        ["Просмотры"],
        [
            new Bar("Город Астана", [128_400]), new Bar("Область Ұлытау", [9_310]),
            new Bar("Западно-Казахстанская область", [64]), new Bar("Область Жетісу", [0]),
        ]);

    public static TheoryData<string> Charts => ["grounds", "regions"];

    [Theory]
    [MemberData(nameof(Charts))]
    public void A_chart_is_a_picture_of_a_phone_s_width(string name)
    {
        var png = new BarChartDrawer().Draw(name == "grounds" ? Grounds : Regions);
        Kept.Save(name + ".png", png);
        using var picture = SKBitmap.Decode(png);
        Assert.Equal(1080, picture.Width);
        Assert.InRange(picture.Height, 500, 1400);
    }

    [Fact]
    public void Longer_bars_have_more_colour()
    {
        var few = Coloured(new BarChart("1", ["1"], [new Bar("1", [1]), new Bar("2", [100])]));
        var many = Coloured(new BarChart("1", ["1"], [new Bar("1", [90]), new Bar("2", [100])]));
        Assert.InRange(many / (double)few, 1.7, 2.0);
    }

    [Fact]
    public void Nothing_but_noughts_is_drawn_too() =>
        Assert.NotEmpty(new BarChartDrawer().Draw(new BarChart("0", ["0"], [new Bar("0", [0])])));

    [Fact]
    public void Twenty_bars_of_the_largest_numbers_are_drawn()
    {
        var bars = Enumerable.Range(0, 20)
            .Select(_ => new Bar(new string('Щ', 200), [int.MaxValue, int.MaxValue, 0, 1, int.MaxValue]));
        Assert.NotEmpty(new BarChartDrawer().Draw(new BarChart("Ә", ["1", "2", "3", "4", "5"], [.. bars])));
    }

    private static int Coloured(BarChart chart)
    {
        using var picture = SKBitmap.Decode(new BarChartDrawer().Draw(chart));
        return picture.Pixels.Count(pixel => pixel == ChartStyle.Colours[0]);
    }
}
