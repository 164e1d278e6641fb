using System.Net;
using System.Text.RegularExpressions;
using Ruhani.Bot.Channels;
using Ruhani.Bot.Tests.Support;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Tests.Turns;

public sealed partial class MarkupWriterTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    [Theory]
    [MemberData(nameof(Seeds), DisableDiscoveryEnumeration = true)]
    public void Html_says_the_same_text_and_closes_every_tag(int seed)
    {
        var text = RandomText.Create(new Random(seed), 40);
        var html = MarkupWriter.Write(text, Markup.Html);
        var tags = Tag().Matches(html).Select(match => match.Value).ToList();
        Assert.All(tags.Chunk(2), pair => Assert.Equal(["<b>", "</b>"], pair));
        Assert.Equal(text.ToString(), WebUtility.HtmlDecode(Tag().Replace(html, "")));
    }

    [Theory]
    [MemberData(nameof(Seeds), DisableDiscoveryEnumeration = true)]
    public void Plain_text_is_the_text(int seed)
    {
        var text = RandomText.Create(new Random(seed), 40);
        Assert.Equal(text.ToString(), MarkupWriter.Write(text, Markup.Plain));
    }

    [Theory]
    [MemberData(nameof(Seeds), DisableDiscoveryEnumeration = true)]
    public void Asterisks_stand_close_to_the_words_and_in_pairs_on_every_line(int seed)
    {
        var text = RandomText.Create(new Random(seed), 40);
        var bare = new RichText.Builder();
        foreach (var span in text.Spans)
        {
            bare.AddPlain(span.Text.Replace('*', '+'), span.Bold);
        }

        foreach (var line in MarkupWriter.Write(bare.BuildUntrimmed(), Markup.Asterisks).Split('\n'))
        {
            Assert.Equal(0, line.Count(c => c == '*') % 2);
            Assert.All(line.Split('*').Where((_, i) => i % 2 == 1), bold =>
            {
                Assert.NotEmpty(bold);
                Assert.Equal(bold.Trim(), bold);
            });
        }
    }

    [Fact]
    public void Hostile_text_stays_text()
    {
        const string Hostile = "<script>alert('x')</script> &lt; \"a\" `code` [a](javascript:x) *b* _c_ ~d~ #e |f| \\g";
        var text = RichText.Plain(Hostile);
        Assert.Equal(
            "&lt;script&gt;alert('x')&lt;/script&gt; &amp;lt; \"a\" `code` [a](javascript:x) *b* _c_ ~d~ #e |f| \\g",
            MarkupWriter.Write(text, Markup.Html));
        Assert.Equal(
            @"\<script\>alert('x')\</script\> \&lt; ""a"" \`code\` \[a\](javascript:x) \*b\* \_c\_ \~d\~ \#e \|f\| \\g",
            MarkupWriter.Write(text, Markup.Markdown));
    }

    [Fact]
    public void Markdown_keeps_lines_paragraphs_and_lists()
    {
        var text = RichText.Parse("**Тақырып**\nбірінші\nекінші\n\nТізім:\n• бір\n• екі\nсоңы");
        Assert.Equal(
            "**Тақырып**  \nбірінші  \nекінші\n\nТізім:\n\n- бір\n- екі\n\nсоңы", MarkupWriter.Write(
                text, Markup.Markdown));
    }

    [Fact]
    public void Bold_over_several_lines_is_bold_on_each()
    {
        var text = RichText.Parse("a **b \n\n c** d");
        Assert.Equal("a *b* \n\n *c* d", MarkupWriter.Write(text, Markup.Asterisks));
        Assert.Equal("a <b>b \n\n c</b> d", MarkupWriter.Write(text, Markup.Html));
    }

    [GeneratedRegex("</?b>")]
    private static partial Regex Tag();
}
