using System.Globalization;
using Ruhani.Bot.Documents.Certificates;
using SkiaSharp;

namespace Ruhani.Bot.Documents.Charts;

/// <summary>A chart's parts, which know their height before they are drawn.</summary>
internal sealed class ChartPage
{
    private const float Mark = 28;
    private const float LegendLeading = 46;
    private const int MostLines = 3;
    private readonly BarChart _chart;
    private readonly ChartStyle _style;
    private readonly float _width;
    private readonly Block _title;
    private readonly Block _note;
    private readonly List<Block> _labels;

    public ChartPage(BarChart chart, ChartStyle style, float width)
    {
        (_chart, _style, _width) = (chart, style, width);
        _title = new Block().Add(chart.Title, style.Title, width, MostLines);
        _note = chart.Note is { } note ? new Block().Add(note, style.Note, width, MostLines, above: 20) : new Block();
        _labels = [.. chart.Bars.Select(bar => new Block().Add(bar.Label, style.Label, width, 2))];
    }

    /// <summary>Title and legend.</summary>
    public float HeadHeight => _title.Height + 26 + (HasLegend ? (_chart.Parts.Count * LegendLeading) + 18 : 0);

    /// <summary>The note.</summary>
    public float NoteHeight => _note.Height;

    private bool HasLegend => _chart.Parts.Count > 1;

    /// <summary>All bars with their words.</summary>
    public float BarsHeight(float bar, float gap) =>
        _labels.Sum(label => label.Height + 6 + bar) + (gap * (_labels.Count - 1));

    /// <summary>Draws title and legend; returns where they end.</summary>
    public float DrawHead(SKCanvas canvas, float x, float y)
    {
        _title.Draw(canvas, x, y);
        y += _title.Height + 26;
        for (var i = 0; HasLegend && i < _chart.Parts.Count; i++)
        {
            Fill(canvas, SKRect.Create(x, y + 6, Mark, Mark), ChartStyle.Colours[i]);
            new Block().Add(_chart.Parts[i], _style.Label, _width - Mark - 16, 1).Draw(canvas, x + Mark + 16, y);
            y += LegendLeading;
        }

        return y + (HasLegend ? 18 : 0);
    }

    /// <summary>Draws the bars; returns where they end.</summary>
    public float DrawBars(SKCanvas canvas, float x, float y, float bar, float gap)
    {
        // Room at the right for the number of the longest.
        var most = Math.Max(1, _chart.Bars.Max(one => one.Values.Sum(value => (long)value)));
        var unit = (_width - 130) / most;
        for (var i = 0; i < _labels.Count; i++)
        {
            _labels[i].Draw(canvas, x, y);
            y += _labels[i].Height + 6;
            DrawBar(canvas, _chart.Bars[i], SKRect.Create(x, y, unit, bar));
            y += bar + gap;
        }

        return y - gap;
    }

    /// <summary>Draws the note.</summary>
    public void DrawNote(SKCanvas canvas, float x, float y) => _note.Draw(canvas, x, y);

    private static void Fill(SKCanvas canvas, SKRect at, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawRoundRect(at, 5, 5, paint);
    }

    private static string Written(long number) => number.ToString("#,0", CultureInfo.InvariantCulture)
        .Replace(',', '\u00A0');

    private void DrawBar(SKCanvas canvas, Bar bar, SKRect first)
    {
        var x = first.Left;
        for (var i = 0; i < bar.Values.Count; i++)
        {
            var part = SKRect.Create(x, first.Top, bar.Values[i] * first.Width, first.Height);
            if (bar.Values[i] == 0)
            {
                continue;
            }

            // A part too small to see still counts.
            part.Right = Math.Max(part.Right, part.Left + 3);
            Fill(canvas, part, ChartStyle.Colours[i]);
            var inside = _style.On(ChartStyle.Colours[i]);
            var words = Written(bar.Values[i]);
            if (HasLegend && inside.Font.MeasureText(words) + 4 < part.Width)
            {
                canvas.DrawText(
                    words,
                    part.MidX,
                    part.MidY + (inside.Ascent * 0.36f),
                    SKTextAlign.Center,
                    inside.Font,
                    inside.Paint);
            }

            x = part.Right;
        }

        canvas.DrawText(
            Written(bar.Values.Sum(value => (long)value)),
            x + 14,
            first.MidY + (_style.Number.Ascent * 0.36f),
            SKTextAlign.Left,
            _style.Number.Font,
            _style.Number.Paint);
    }
}
