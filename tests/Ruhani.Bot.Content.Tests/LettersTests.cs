using System.Text.RegularExpressions;
using Ruhani.Bot.Testing;
using Ruhani.Bot.Testing.Transcripts;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Content.Tests;

/// <summary>Every Kazakh text and entry in both scripts has the letters of that script only.</summary>
public sealed partial class LettersTests
{
    public static TheoryData<string> Files =>
    [
        .. Directory.EnumerateFiles(Repository.Path("localization/kk/texts"), "*.yaml")
            .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Transcripts =>
    [
        .. Directory.EnumerateFiles(Repository.Path("dialogs"), "*.kk.chat", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Entries => [.. RealContent.Knowledge.Entries.Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void A_text_has_the_letters_of_its_script_only(string file)
    {
        var texts = RealContent.Bot.Content.Current.Texts;
        var yaml = File.ReadAllText(Repository.Path($"localization/kk/texts/{file}.yaml"));
        var keys = Key().Matches(yaml).Select(match => $"{file}.{match.Groups[1].Value}").ToList();
        Assert.NotEmpty(keys);
        foreach (var key in keys)
        {
            Assert.True(texts.Has(key), key);
            foreach (var count in new[] { 1, 2 })
            {
                Check(key, texts.Render(Language.Kazakh, key, Filled(texts.Placeholders(key), count)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Entries), DisableDiscoveryEnumeration = true)]
    public void An_entry_has_the_letters_of_its_script_only(string id)
    {
        Assert.True(RealContent.Knowledge.TryGet(id, out var entry));
        var text = entry.In(Language.Kazakh);
        Check(id, RichText.Plain(text.Title));
        Check(id, RichText.Plain(text.Source));
        Check(id, text.Brief);
        Check(id, text.Text);
        Check(id, text.Differs ?? RichText.Empty);
        Check(id, text.Outdated ?? RichText.Empty);
    }

    // What a person typed or pressed may come back as it was.
    [Theory]
    [MemberData(nameof(Transcripts), DisableDiscoveryEnumeration = true)]
    public void A_transcript_has_no_Latin_letter_but_those_the_person_wrote(string file)
    {
        var steps = Transcript.Read(Repository.Path(file)).Steps;
        var written = string.Join(' ', steps.Select(step => step.Text));
        var stray = steps.SelectMany(step => step.Replies)
            .SelectMany(reply => Letters.StrayLatin(Marks().Replace(string.Join('\n', reply.Lines), "")))
            .Where(word => !written.Contains(word, StringComparison.Ordinal));
        Assert.Empty(stray);
    }

    // What a transcript says of a message beside its words.
    [GeneratedRegex(@"\(edited\)|\(file [^)]*\)")]
    private static partial Regex Marks();

    [Fact]
    public void The_check_would_notice()
    {
        Assert.Equal(["Error", "ı"], Letters.StrayLatin("Қате: Error, тıл, YouTube-те, XXI ғасыр, /menu, RUH.KZ"));
        Assert.Equal(["сөз"], Letters.StrayCyrillic("bır сөз, #руханижаңғыру, «Русский»"));
    }

    private static void Check(string where, RichText text)
    {
        var cyrillic = text.In(Script.Cyrillic).ToString();
        var strayLatin = Letters.StrayLatin(cyrillic).ToList();
        Assert.True(strayLatin.Count == 0, $"{where}: {string.Join(", ", strayLatin)} in «{cyrillic}»");
        var converted = text.Spans.Where(span => !span.KeepsLetters).Select(span => span.Text);
        var latin = RichText.Plain(string.Join('\n', converted)).In(Script.Latin).ToString();
        var strayCyrillic = Letters.StrayCyrillic(latin).ToList();
        Assert.True(strayCyrillic.Count == 0, $"{where}: {string.Join(", ", strayCyrillic)} in «{latin}»");
    }

    private static TextArguments Filled(IEnumerable<string> names, int count) => TextArguments.Of(
        [.. names.Append("count").Distinct().Select(name => (name, name == "count" ? (object)count : "сөз"))]);

    [GeneratedRegex("(?m)^\"?([\\w-]+)\"?:")]
    private static partial Regex Key();
}
