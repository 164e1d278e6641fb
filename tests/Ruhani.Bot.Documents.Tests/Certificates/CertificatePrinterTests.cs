using System.Text;
using Ruhani.Bot.Documents.Certificates;
using Ruhani.Bot.Documents.Codes;
using Ruhani.Bot.Documents.Fonts;
using Ruhani.Bot.Logo;
using SkiaSharp;

namespace Ruhani.Bot.Documents.Tests.Certificates;

/// <summary>What a permit must be for whoever gets it.</summary>
public sealed class CertificatePrinterTests
{
    private const string KazakhLetters = "ӘәҒғҚқҢңӨөҰұҮүҺһІіЁё№«»–…×";

    public static TheoryData<string> Shapes => ["kk", "ru", "both", "long"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_permit_is_one_page_whatever_it_says(string shape)
    {
        var printed = new CertificatePrinter().Print(ShapeOf(shape));
        Kept.Save(shape + ".pdf", printed);
        var text = Encoding.Latin1.GetString(printed);
        Assert.StartsWith("%PDF-1.", text, StringComparison.Ordinal);
        Assert.Contains("/Count 1", text, StringComparison.Ordinal);
        Assert.InRange(printed.Length, 5_000, 400_000);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task The_code_on_the_page_holds_the_number(string shape)
    {
        using var page = new SKBitmap((int)CertificatePrinter.Width * 2, (int)CertificatePrinter.Height * 2);
        using (var canvas = new SKCanvas(page))
        {
            canvas.Clear(SKColors.White);
            canvas.Scale(2);
            CertificatePrinter.Draw(canvas, ShapeOf(shape));
        }

        using var codes = new QrCodes();
        using var picture = page.Encode(SKEncodedImageFormat.Png, 100).AsStream();
        var found = Assert.IsType<QrReading.Found>(
            await codes.ReadAsync(picture, TestContext.Current.CancellationToken));
        Assert.Equal(
            Samples.Number, VerificationLink.Read(Assert.Single(found.Texts), "ruhani_zhangyru_bot").Number);
    }

    [Fact]
    public void The_same_permit_is_the_same_file()
    {
        var printer = new CertificatePrinter();
        Assert.Equal(printer.Print(ShapeOf("both")), printer.Print(ShapeOf("both")));
    }

    [Fact]
    public void The_typefaces_have_every_letter()
    {
        SKTypeface[] faces = [InterFonts.Regular, InterFonts.SemiBold];
        foreach (var face in faces)
        {
            using var font = new SKFont(face);
            Assert.True(font.ContainsGlyphs(KazakhLetters));
            Assert.True(font.ContainsGlyphs(string.Concat(Enumerable.Range('А', 64).Select(letter => (char)letter))));
        }
    }

    private static Certificate ShapeOf(string shape) => shape switch
    {
        "kk" => Samples.Of(Samples.Kazakh),
        "ru" => Samples.Of(Samples.Russian),
        "both" => Samples.Of(Samples.Kazakh, Samples.Russian),
        _ => Samples.Of(Samples.Longer(Samples.Kazakh), Samples.Longer(Samples.Russian)),
    };
}
