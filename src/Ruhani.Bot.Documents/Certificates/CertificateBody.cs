using Ruhani.Bot.Logo;
using SkiaSharp;

namespace Ruhani.Bot.Documents.Certificates;

/// <summary>
/// What stands between the number and the foot: facts and conditions, the languages side by side row by row, so that
/// the same fact stands at the same height in both.
/// </summary>
internal sealed class CertificateBody
{
    private const float LabelColumn = 132;
    private const float Wide = 400;
    private const float MostAir = 9;
    private readonly List<(Block[] Cells, Block[]? Values)> _rows = [];
    private readonly float _gap;

    private CertificateBody(
        IReadOnlyList<CertificateSide> sides, CertificateStyle style, float width, int mostLines)
    {
        _gap = 7 * style.Scale;
        for (var i = 0; i < sides.Max(side => side.Facts.Count); i++)
        {
            var facts = sides.Select(side => side.Facts.ElementAtOrDefault(i) ?? new CertificateFact("", "")).ToList();
            _rows.Add(width > Wide
                ? ([.. facts.Select(fact => new Block()
                    .Add(fact.Label, style.Label, LabelColumn - 10, above: 1.6f * style.Scale))],
                    [.. facts.Select(fact => new Block()
                        .Add(fact.Value, style.Value, width - LabelColumn, mostLines))])
                : ([.. facts.Select(fact => new Block()
                    .Add(fact.Label, style.Label, width).Add(fact.Value, style.Value, width, mostLines))], null));
        }

        if (sides.Any(side => side.Conditions.Count > 0))
        {
            _rows.Add(([.. sides.Select(side => new Block()
                .Add(side.ConditionsTitle, style.Heading, width, above: 3 * style.Scale))], null));
            for (var i = 0; i < sides.Max(side => side.Conditions.Count); i++)
            {
                _rows.Add(([.. sides.Select(side => Condition(
                    side.Conditions.ElementAtOrDefault(i), style, width, mostLines))], null));
            }
        }
    }

    private float Height => _rows.Sum(HeightOf) + (_gap * (_rows.Count - 1));

    /// <summary>Draws it as large as it fits, with what room is left spread between the rows.</summary>
    public static void Draw(SKCanvas canvas, IReadOnlyList<CertificateSide> sides, float[] columns, SKRect room)
    {
        foreach (var (scale, most) in Tries())
        {
            using var style = new CertificateStyle(scale);
            var body = new CertificateBody(sides, style, WidthOf(columns, room), most);
            if (body.Height <= room.Height || most == 1)
            {
                body.Draw(canvas, columns, room);
                return;
            }
        }
    }

    /// <summary>The width of one of the columns that begin at the given places.</summary>
    public static float WidthOf(float[] columns, SKRect room) =>
        columns.Length == 1 ? room.Width : columns[1] - columns[0] - 26;

    // Smaller letters first; when they get too small to read, fewer lines of each fact.
    private static IEnumerable<(float Scale, int Most)> Tries() =>
        Enumerable.Range(0, 9).Select(step => (1 - (0.045f * step), int.MaxValue))
            .Concat(Enumerable.Range(0, 8).Select(step => (0.64f, 8 - step)));

    private static Block Condition(string? text, CertificateStyle style, float width, int mostLines) => text is null
        ? new Block()
        : new Block().Add(text, style.Condition, width, mostLines, indent: 9 * style.Scale);

    private static float HeightOf((Block[] Cells, Block[]? Values) row) =>
        row.Cells.Concat(row.Values ?? []).Max(cell => cell.Height);

    private void Draw(SKCanvas canvas, float[] columns, SKRect room)
    {
        var air = _rows.Count < 2 ? 0 : Math.Clamp((room.Height - Height) / (_rows.Count - 1), 0, MostAir);
        var y = room.Top;
        foreach (var row in _rows)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                row.Cells[i].Draw(canvas, columns[i], y);
                row.Values?[i].Draw(canvas, columns[i] + LabelColumn, y);
            }

            y += HeightOf(row) + _gap + air;
        }
    }
}
