using Ruhani.Bot.Logo;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Content.Tests;

public sealed class RegionTests
{
    [Fact]
    public void Every_region_of_the_country_has_a_name_of_its_own_in_both_languages()
    {
        var texts = RealContent.Bot.Content.Current.Texts;
        var codes = Regions.All(texts);

        Assert.Equal(Enumerable.Range(0, 21), codes);
        foreach (var language in Languages.All)
        {
            Assert.Equal(codes.Count, codes.Select(code => Regions.Name(texts, language, code)).Distinct().Count());
        }

        Assert.Equal("Ұлытау облысы", Regions.Name(texts, Language.Kazakh, 20));
        Assert.False(Regions.Exists(texts, 21));
    }
}
