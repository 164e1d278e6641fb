using System.Text.RegularExpressions;
using Ruhani.Bot.Testing;

namespace Ruhani.Bot.Content.Tests;

/// <summary>How the content is written: what a proof-reader would send back.</summary>
public sealed partial class WritingTests
{
    private const string KazakhLetters = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

    // The alphabet of 2021 beyond ASCII.
    private const string KazakhLatin = "äğıñöşūüÄĞİÑÖŞŪÜ";

    public static TheoryData<string> Files =>
        [.. ContentFiles("localization").Select(file => Path.GetRelativePath(Repository.Root, file))];

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void No_word_mixes_alphabets_and_none_has_a_letter_no_alphabet_here_has(string file)
    {
        var mixed = new List<string>();
        foreach (var (line, text) in File.ReadLines(Repository.Path(file)).Index())
        {
            foreach (var word in Word().Matches(text.Normalize()).Select(match => match.Value))
            {
                var cyrillic = word.Count(c => KazakhLetters.Contains(char.ToLowerInvariant(c)));
                var latin = word.Count(c => char.IsAsciiLetter(c) || KazakhLatin.Contains(c));
                if (cyrillic < word.Length && latin < word.Length)
                {
                    mixed.Add($"{file}:{line + 1}: {word}");
                }
            }
        }

        Assert.Empty(mixed);
    }

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void Quotation_marks_dashes_and_white_space_are_the_house_s(string file)
    {
        var wrong = File.ReadLines(Repository.Path(file)).Index()
            .Where(line => !line.Item.TrimStart().StartsWith('#') && Untidy().IsMatch(line.Item))
            .Select(line => $"{file}:{line.Index + 1}: {line.Item.Trim()}");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_file_has_its_twin_in_the_other_language()
    {
        string[] Of(string language) =>
        [
            .. ContentFiles($"localization/{language}")
                .Select(file => Path.GetRelativePath(Repository.Path("localization", language), file))
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(Of("kk"), Of("ru"));
        foreach (var chat in ContentFiles("dialogs", ".kk.chat"))
        {
            Assert.True(File.Exists(chat.Replace(".kk.", ".ru.", StringComparison.Ordinal)), chat);
        }

        foreach (var chat in ContentFiles("dialogs", ".ru.chat"))
        {
            Assert.True(File.Exists(chat.Replace(".ru.", ".kk.", StringComparison.Ordinal)), chat);
        }
    }

    [Fact]
    public void No_dialog_names_a_channel_or_holds_a_sentence()
    {
        foreach (var file in ContentFiles("dialogs", ".dialog.yaml"))
        {
            foreach (var line in File.ReadLines(file))
            {
                var code = line.Split('#')[0];
                Assert.DoesNotMatch(Channel(), code);
                Assert.DoesNotMatch(Cyrillic(), code);
                Assert.DoesNotMatch(Sentence(), code);
            }
        }
    }

    [Fact]
    public void No_text_names_a_channel()
    {
        var texts = new[] { "kk", "ru" }.SelectMany(language => ContentFiles($"localization/{language}/texts"));
        foreach (var file in texts)
        {
            Assert.DoesNotMatch(Channel(), File.ReadAllText(file));
        }
    }

    private static IEnumerable<string> ContentFiles(string folder, string suffix = "") => Directory
        .EnumerateFiles(Repository.Path(folder), "*" + suffix, SearchOption.AllDirectories)
        .Where(file => !file.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();

    // Straight or English quotation marks («» and, inside, „“ are right), a hyphen as a dash, stray white space.
    [GeneratedRegex("”|[\\p{IsCyrillic}]\"[\\p{IsCyrillic}]|(?<=\\S) - [\\p{IsCyrillic}]|—|[ \\t]$|\\t")]
    private static partial Regex Untidy();

    [GeneratedRegex("(?i)telegram|whatsapp|webchat|telegr")]
    private static partial Regex Channel();

    [GeneratedRegex(@"\p{IsCyrillic}")]
    private static partial Regex Cyrillic();

    [GeneratedRegex("[\"'][^\"']* [^\"']*[\"']")]
    private static partial Regex Sentence();
}
