using Ruhani.Bot.Documents.Certificates;
using Ruhani.Bot.Documents.Fonts;
using SkiaSharp;

namespace Ruhani.Bot.Documents.Charts;

/// <summary>The fonts and colours of a chart.</summary>
internal sealed class ChartStyle : IDisposable
{
    /// <summary>
    /// Of the parts in order: apart in lightness too, so that they differ in print and for who sees colours
    /// differently.
    /// </summary>
    public static readonly IReadOnlyList<SKColor> Colours =
    [
        new(0x0B, 0x73, 0x85), new(0xE3, 0xB2, 0x3C), new(0x9A, 0x3B, 0x3B), new(0x8F, 0xC1, 0xC9),
        new(0x4A, 0x4E, 0x69),
    ];

    public TextStyle Title { get; } = new(InterFonts.SemiBold, 42, CertificateStyle.Ink, 1.25f);

    public TextStyle Label { get; } = new(InterFonts.Regular, 31, CertificateStyle.Ink);

    public TextStyle Number { get; } = new(InterFonts.SemiBold, 31, CertificateStyle.Ink);

    public TextStyle Inside { get; } = new(InterFonts.SemiBold, 28, SKColors.White);

    public TextStyle InsideLight { get; } = new(InterFonts.SemiBold, 28, CertificateStyle.Ink);

    public TextStyle Note { get; } = new(InterFonts.Regular, 26, CertificateStyle.Quiet);

    /// <summary>Letters that can be read on a colour.</summary>
    public TextStyle On(SKColor colour) =>
        (colour.Red * 299) + (colour.Green * 587) + (colour.Blue * 114) > 140_000 ? InsideLight : Inside;

    public void Dispose()
    {
        foreach (var style in (TextStyle[])[Title, Label, Number, Inside, InsideLight, Note])
        {
            style.Dispose();
        }
    }
}
