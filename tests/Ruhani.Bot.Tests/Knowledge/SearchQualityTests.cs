using Ruhani.Bot.Knowledge;
using Ruhani.Bot.Linguistics;

namespace Ruhani.Bot.Tests.Knowledge;

/// <summary>Floors under the knowledge that is shipped; the <c>quality</c> report gives the figures.</summary>
public sealed class SearchQualityTests
{
    private static SearchIndex Search => SampleKnowledge.Shipped;

    [Fact]
    public void Every_title_finds_its_entry_however_it_is_typed()
    {
        var missed = new List<string>();
        var asked = 0;
        foreach (var name in Search.Index.Names
            .Where(name => !name.IsQuestion && name.Entry < Search.Entries.Count))
        {
            foreach (var typed in Typed(name.Text))
            {
                asked++;
                if (!Search.Search(typed, null).Hits.Take(3).Any(hit => hit.Entry.Id == Search.Entries[name.Entry].Id))
                {
                    missed.Add($"{typed} ({name.Text})");
                }
            }
        }

        Assert.True(missed.Count < asked * 0.01, $"{missed.Count} of {asked}: {string.Join("; ", missed.Take(20))}");
    }

    [Fact]
    public void Every_authored_question_is_among_three_even_when_it_is_taken_out()
    {
        var questions = Search.Index.Names.Index().Where(name => name.Item.IsQuestion).ToArray();
        var found = questions.Count(name => Search.Search(name.Item.Text, null, name.Index, out _).Hits.Take(3)
            .Any(hit => hit.Entry.Id == Search.Entries[name.Item.Entry].Id));
        Assert.True(found > questions.Length * 0.9, $"{found} of {questions.Length}");
    }

    [Fact]
    public void What_the_guide_does_not_hold_is_held_back()
    {
        var file = Path.Combine(SampleKnowledge.Root, "tests", "Ruhani.Bot.Tests", "Knowledge", "outside.tsv");
        var rows = File.ReadLines(file).Skip(1).Select(line => line.Split('\t')).ToArray();
        foreach (var (style, floor) in ((string, double)[])[("far", 0.95), ("near", 0.87)])
        {
            var asked = rows.Where(row => row[1] == style).ToArray();
            var answered = asked.Select(row => row[2])
                .Where(question => Search.Search(question, null).Band == SearchBand.Answer).ToArray();
            Assert.True(
                answered.Length <= asked.Length * (1 - floor),
                $"{answered.Length} of {asked.Length} {style}: {string.Join("; ", answered)}");
        }
    }

    [Fact]
    public void Leaving_out_what_cannot_be_among_the_best_changes_no_result()
    {
        var file = Path.Combine(SampleKnowledge.Root, "tests", "Ruhani.Bot.Content.Tests", "questions.tsv");
        var outside = Path.Combine(SampleKnowledge.Root, "tests", "Ruhani.Bot.Tests", "Knowledge", "outside.tsv");
        foreach (var row in File.ReadLines(file).Skip(1).Concat(File.ReadLines(outside).Skip(1)))
        {
            var question = row.Split('\t')[2];
            var quick = Search.Search(question, null, -1, out var evidence);
            var slow = Search.Search(question, null, -1, out var all, isExhaustive: true);
            Assert.Equal(slow.Band, quick.Band);
            Assert.Equal(slow.Hits, quick.Hits);
            Assert.Equal(all, evidence);
        }
    }

    [Theory]
    [InlineData("кто согласовывает логотип?", "logo.rules")]
    [InlineData("логотипті кім келіседі?", "logo.rules")]
    [InlineData("хочу согласовать логотип", "dialog.logo-approval")]
    [InlineData("логотипке рұқсат алғым келеді", "dialog.logo-approval")]
    public void Asking_about_the_logo_is_answered_and_wanting_it_starts_the_request(string question, string id)
    {
        var result = Search.Search(question, null);
        Assert.Equal(id, result.Hits[0].Entry.Id);
        Assert.Equal(SearchBand.Answer, result.Band);
    }

    private static IEnumerable<string> Typed(string name)
    {
        yield return name;
        yield return Folding.Fold(name.ToLowerInvariant());
        if (name.Any("әіңғүұқөһӘІҢҒҮҰҚӨҺ".Contains))
        {
            foreach (var alphabet in Enum.GetValues<LatinAlphabet>())
            {
                yield return LatinWriter.Write(name, alphabet);
            }
        }
    }
}
