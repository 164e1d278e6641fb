using Ruhani.Bot.Documents.Fonts;
using SkiaSharp;

namespace Ruhani.Bot.Documents.Certificates;

/// <summary>Lines of one style, one under another, that know how high they are before they are drawn.</summary>
internal sealed class Block
{
    private readonly List<(IReadOnlyList<string> Lines, TextStyle Style, float Indent, float Above)> _parts = [];

    /// <summary>All of it.</summary>
    public float Height { get; private set; }

    /// <summary>Adds a text broken to a width.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">How it is set.</param>
    /// <param name="width">How wide its lines may be.</param>
    /// <param name="most">How many lines there may be.</param>
    /// <param name="indent">How far in it stands.</param>
    /// <param name="above">The space above it.</param>
    public Block Add(
        string text, TextStyle style, float width, int most = int.MaxValue, float indent = 0, float above = 0)
    {
        var lines = TextLayout.Wrap(text, style.Font, width - indent, most);
        _parts.Add((lines, style, indent, above));
        Height += above + (lines.Count * style.Leading);
        return this;
    }

    /// <summary>Draws it.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="x">The left edge, the middle or the right edge, by the alignment.</param>
    /// <param name="y">The top.</param>
    /// <param name="align">The alignment.</param>
    public void Draw(SKCanvas canvas, float x, float y, SKTextAlign align = SKTextAlign.Left)
    {
        foreach (var (lines, style, indent, above) in _parts)
        {
            y += above;
            foreach (var line in lines)
            {
                canvas.DrawText(line, x + indent, y + style.Ascent, align, style.Font, style.Paint);
                y += style.Leading;
            }
        }
    }
}
