using SkiaSharp;

namespace Ruhani.Bot.Documents.Certificates;

/// <summary>The frame of a permit and the ram's horns (қошқармүйіз) over its title, drawn from no picture.</summary>
internal static class Ornament
{
    /// <summary>Two lines around the page, with a small knot in each corner.</summary>
    public static void Frame(SKCanvas canvas, SKRect page)
    {
        using var outer = Stroke(CertificateStyle.Accent, 1.1f);
        using var inner = Stroke(CertificateStyle.Gold, 0.5f);
        var edge = SKRect.Inflate(page, -26, -26);
        canvas.DrawRect(edge, outer);
        canvas.DrawRect(SKRect.Inflate(edge, -4.5f, -4.5f), inner);
        using var ground = new SKPaint { Color = SKColors.White };
        foreach (var corner in (SKPoint[])
        [
            new(edge.Left, edge.Top), new(edge.Right, edge.Top), new(edge.Left, edge.Bottom),
            new(edge.Right, edge.Bottom),
        ])
        {
            canvas.DrawRect(SKRect.Create(corner.X - 9, corner.Y - 9, 18, 18), ground);
            Diamond(canvas, corner, 7, outer);
            Diamond(canvas, corner, 3, inner);
        }
    }

    /// <summary>The horns, their foot at a point.</summary>
    public static void Horns(SKCanvas canvas, float x, float y, float size)
    {
        using var line = Stroke(CertificateStyle.Accent, 2.1f);
        using var gold = new SKPaint { Color = CertificateStyle.Gold, IsAntialias = true };
        foreach (var side in (float[])[-1, 1])
        {
            using var builder = new SKPathBuilder();
            builder.MoveTo(x, y);
            builder.CubicTo(
                x + (side * 0.05f * size), y - (0.62f * size),
                x + (side * 0.62f * size), y - (0.98f * size),
                x + (side * 0.95f * size), y - (0.55f * size));
            builder.CubicTo(
                x + (side * 1.16f * size), y - (0.24f * size),
                x + (side * 0.86f * size), y + (0.04f * size),
                x + (side * 0.64f * size), y - (0.13f * size));
            builder.CubicTo(
                x + (side * 0.5f * size), y - (0.26f * size),
                x + (side * 0.6f * size), y - (0.46f * size),
                x + (side * 0.76f * size), y - (0.36f * size));
            using var horn = builder.Detach();
            canvas.DrawPath(horn, line);
        }

        canvas.DrawCircle(x, y - (0.78f * size), 0.085f * size, gold);
        Diamond(canvas, new SKPoint(x, y + (0.13f * size)), 0.1f * size, gold);
    }

    private static SKPaint Stroke(SKColor colour, float width) => new()
    {
        Color = colour,
        Style = SKPaintStyle.Stroke,
        StrokeWidth = width,
        StrokeCap = SKStrokeCap.Round,
        IsAntialias = true,
    };

    private static void Diamond(SKCanvas canvas, SKPoint at, float radius, SKPaint paint)
    {
        using var builder = new SKPathBuilder();
        builder.MoveTo(at.X, at.Y - radius);
        builder.LineTo(at.X + radius, at.Y);
        builder.LineTo(at.X, at.Y + radius);
        builder.LineTo(at.X - radius, at.Y);
        builder.Close();
        using var diamond = builder.Detach();
        canvas.DrawPath(diamond, paint);
    }
}
