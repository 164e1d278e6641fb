using SkiaSharp;

namespace Ruhani.Bot.Documents.Certificates;

/// <summary>How a text is set.</summary>
internal sealed class TextStyle : IDisposable
{
    public TextStyle(SKTypeface face, float size, SKColor colour, float leading = 1.36f)
    {
        Font = new SKFont(face, size) { Subpixel = true, Hinting = SKFontHinting.None };
        Paint = new SKPaint { Color = colour, IsAntialias = true };
        Leading = size * leading;
        Ascent = size * 0.97f;
    }

    public SKFont Font { get; }

    public SKPaint Paint { get; }

    /// <summary>From one line to the next.</summary>
    public float Leading { get; }

    /// <summary>From the top of a line to where its letters stand.</summary>
    public float Ascent { get; }

    public void Dispose()
    {
        Font.Dispose();
        Paint.Dispose();
    }
}
