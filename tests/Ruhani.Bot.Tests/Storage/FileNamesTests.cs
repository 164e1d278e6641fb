using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Tests.Storage;

public sealed class FileNamesTests
{
    private static readonly FileKind Pdf = FileKinds.ByMediaType("application/pdf")!;

    [Theory]
    [InlineData("Әкімдіктің хаты №12 – «Туған жер».pdf", "Әкімдіктің хаты №12 – «Туған жер».pdf")]
    [InlineData("Хат.PDF", "Хат.pdf")]
    [InlineData("C:\\Users\\Айгүл\\хат.pdf", "хат.pdf")]
    [InlineData("../../etc/хат.pdf", "хат.pdf")]
    [InlineData("хат\u202Efdp.exe", "хатfdp.exe.pdf")]
    [InlineData("хат.pdf.exe", "хат.pdf.exe.pdf")]
    [InlineData("фото.png", "фото.pdf")]
    [InlineData("есеп v2.1", "есеп v2.1.pdf")]
    [InlineData("a:b*c?d|e.pdf", "a_b_c_d_e.pdf")]
    [InlineData("  ..  .pdf", "hash.pdf")]
    [InlineData("a\0b\n\tc.pdf", "abc.pdf")]
    [InlineData("con.pdf", "_con.pdf")]
    [InlineData(".pdf", "hash.pdf")]
    [InlineData("", "hash.pdf")]
    [InlineData(null, "hash.pdf")]
    [InlineData("И\u0306од.pdf", "Йод.pdf")]
    [InlineData("\uD83Dхат.pdf", "хат.pdf")]
    public void A_name_keeps_its_letters_and_loses_its_tricks(string? name, string expected) =>
        Assert.Equal(expected, FileNames.Safe(name, Pdf, "hash"));

    [Fact]
    public void A_long_name_is_cut_before_its_end()
    {
        var name = FileNames.Safe(new string('ң', 300) + ".pdf", Pdf, "hash");

        Assert.Equal(100, name.Length);
        Assert.EndsWith("ң.pdf", name, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_name_becomes_one_that_every_system_takes()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var raw = string.Concat(
                Enumerable.Range(0, random.Next(0, 40)).Select(_ => (char)random.Next(0, 0x3000)));
            var name = FileNames.Safe(raw, Pdf, "hash");
            Assert.EndsWith(".pdf", name, StringComparison.Ordinal);
            Assert.InRange(name.Length, 5, 100);
            Assert.DoesNotContain(name, c => char.IsControl(c) || "<>:\"/\\|?*;".Contains(c, StringComparison.Ordinal));
            Assert.Equal(name, name.Trim(' ', '.'));
            Assert.Equal(name, FileNames.Safe(name, Pdf, "hash"));
        }
    }
}
