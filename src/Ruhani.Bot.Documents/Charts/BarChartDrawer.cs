using SkiaSharp;

namespace Ruhani.Bot.Documents.Charts;

/// <summary>
/// Draws bars that a phone shows without zooming: 1080 pixels wide, large letters, as high as its bars need.
/// </summary>
internal sealed class BarChartDrawer : IChartDrawer
{
    private const int Width = 1080;
    private const float Margin = 56;
    private const float BarHeight = 52;
    private const float Gap = 30;
    private const int MostBars = 20;

    /// <inheritdoc/>
    public byte[] Draw(BarChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        ArgumentOutOfRangeException.ThrowIfZero(chart.Bars.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(chart.Bars.Count, MostBars);
        ArgumentOutOfRangeException.ThrowIfZero(chart.Parts.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(chart.Parts.Count, ChartStyle.Colours.Count);
        using var style = new ChartStyle();
        var page = new ChartPage(chart, style, Width - (2 * Margin));
        var height = (int)MathF.Ceiling(page.HeadHeight + page.BarsHeight(BarHeight, Gap) + page.NoteHeight
            + (2 * Margin));
        using var bitmap = new SKBitmap(Width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            var y = page.DrawHead(canvas, Margin, Margin);
            y = page.DrawBars(canvas, Margin, y, BarHeight, Gap);
            page.DrawNote(canvas, Margin, y);
        }

        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
