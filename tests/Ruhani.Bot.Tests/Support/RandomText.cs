using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Tests.Support;

/// <summary>Texts of every shape, the same for the same seed.</summary>
internal static class RandomText
{
    private static readonly string[] Words =
    [
        "а", "және", "бағдарлама", "рухани", "жаңғыру", "конкурентоспособность", "15\u00A0мамыр",
        "😀👍🏽", "<b>", "&amp;",
        "a_b*c", "**", "[x](y)", "ел.", "«Ауыл", "–", "бесігі»", "1.",
        "#руханижаңғыру", "+7\u00A07172\u00A074\u00A014\u00A092",
    ];

    private static readonly string[] Seams = [" ", " ", " ", " ", " ", ". ", "\n", "\n• ", "\n\n"];

    public static RichText Create(Random random, int words)
    {
        var builder = new RichText.Builder();
        for (var i = 0; i < words; i++)
        {
            builder.AddPlain(Words[random.Next(Words.Length)], bold: random.Next(4) == 0);
            builder.AddPlain(Seams[random.Next(Seams.Length)], bold: random.Next(4) == 0);
        }

        return builder.Build();
    }

    /// <summary>Every character that is not white space, with its boldness.</summary>
    public static IEnumerable<(char Character, bool Bold)> Ink(this RichText text) => text.Spans
        .SelectMany(span => span.Text.Where(c => c is not (' ' or '\n')).Select(c => (c, span.Bold)));

    public static string[] WordsOf(this RichText text) =>
        text.ToString().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
