using System.Globalization;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Logo;

/// <summary>
/// The regions of Kazakhstan by the two digits on their vehicles' plates, which everybody knows: 01 to 17 as of 2018,
/// 18 to 20 for the regions of 2022 (Ministry of Internal Affairs, June 2022); 00 stands for the whole country. The
/// names are the texts <c>regions.00</c> … of <c>localization/{kk,ru}/texts/regions.yaml</c>, and a code with a name is
/// a region.
/// </summary>
public static class Regions
{
    private const int MaxCode = 99;

    /// <summary>The codes there are, rising.</summary>
    public static IReadOnlyList<int> All(TextCatalog texts) =>
        [.. Enumerable.Range(0, MaxCode + 1).Where(code => Exists(texts, code))];

    /// <summary>True for the code of a region.</summary>
    public static bool Exists(TextCatalog texts, int code) => code is >= 0 and <= MaxCode && texts.Has(Key(code));

    /// <summary>The region's name.</summary>
    public static string Name(TextCatalog texts, Language language, int code) => texts.Label(language, Key(code));

    private static string Key(int code) => string.Create(CultureInfo.InvariantCulture, $"regions.{code:D2}");
}
