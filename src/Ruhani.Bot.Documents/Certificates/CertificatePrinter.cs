using Ruhani.Bot.Documents.Codes;
using Ruhani.Bot.Logo;
using SkiaSharp;

namespace Ruhani.Bot.Documents.Certificates;

/// <summary>
/// Prints a permit: a frame, the title and the number, the facts in one language or in two beside each other, and at
/// the foot the code with the words that say how to use it.
/// </summary>
internal sealed class CertificatePrinter : ICertificatePrinter
{
    /// <summary>A4, in points.</summary>
    internal const float Width = 595.28f;

    /// <summary>A4, in points.</summary>
    internal const float Height = 841.89f;

    private const float Margin = 56;
    private const float Gutter = 26;
    private const float CodeSize = 96;
    private const float FootTop = Height - Margin - CodeSize - 4;

    /// <inheritdoc/>
    public byte[] Print(Certificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentOutOfRangeException.ThrowIfZero(certificate.Sides.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(certificate.Sides.Count, 2);
        using var file = new MemoryStream();
        using (var document = SKDocument.CreatePdf(file, Describe(certificate)))
        {
            var canvas = document.BeginPage(Width, Height);
            Draw(canvas, certificate);
            document.EndPage();
            document.Close();
        }

        return file.ToArray();
    }

    private static SKDocumentPdfMetadata Describe(Certificate certificate) => new()
    {
        Title = $"{certificate.Sides[0].Title} {certificate.Number}",
        Author = certificate.Sides[0].Issuer,
        Subject = certificate.Number,
        Creator = "Ruhani.Bot",
        Producer = "Ruhani.Bot",
        Creation = certificate.IssuedAt.UtcDateTime,
        Modified = certificate.IssuedAt.UtcDateTime,
        RasterDpi = SKDocumentPdfMetadata.DefaultRasterDpi,
        EncodingQuality = SKDocumentPdfMetadata.DefaultEncodingQuality,
    };

    /// <summary>Draws the page on whatever canvas.</summary>
    internal static void Draw(SKCanvas canvas, Certificate certificate)
    {
        var page = SKRect.Create(0, 0, Width, Height);
        float[] columns = certificate.Sides.Count == 1
            ? [Margin]
            : [Margin, Margin + ((Width - (2 * Margin) - Gutter) / 2) + Gutter];
        using var style = new CertificateStyle(1);
        Ornament.Frame(canvas, page);
        Ornament.Horns(canvas, Width / 2, 86, 26);
        var top = DrawHead(canvas, certificate, columns, style, 104);
        var sign = DrawSignature(canvas, certificate, columns, style);
        CertificateBody.Draw(
            canvas, certificate.Sides, columns, new SKRect(Margin, top, Width - Margin, sign - 12));
        DrawFoot(canvas, certificate, style);
    }

    // Issuer and title in each column's middle, the number in the page's.
    private static float DrawHead(
        SKCanvas canvas, Certificate certificate, float[] columns, CertificateStyle style, float top)
    {
        var width = CertificateBody.WidthOf(columns, SKRect.Create(Margin, 0, Width - (2 * Margin), 0));
        var heads = certificate.Sides.Select(side => (
            Issuer: new Block().Add(side.Issuer, style.Issuer, width, most: 3),
            Title: new Block().Add(side.Title, style.Title, width, most: 3))).ToList();
        var issuers = heads.Max(head => head.Issuer.Height);
        for (var i = 0; i < columns.Length; i++)
        {
            heads[i].Issuer.Draw(canvas, columns[i] + (width / 2), top, SKTextAlign.Center);
            heads[i].Title.Draw(canvas, columns[i] + (width / 2), top + issuers + 9, SKTextAlign.Center);
        }

        var y = top + issuers + 9 + heads.Max(head => head.Title.Height) + 10;
        var number = new Block().Add(certificate.Number, style.Number, Width);
        number.Draw(canvas, Width / 2, y, SKTextAlign.Center);
        y += number.Height + 9;
        Rule(canvas, y);
        return y + 14;
    }

    private static float DrawSignature(
        SKCanvas canvas, Certificate certificate, float[] columns, CertificateStyle style)
    {
        var width = CertificateBody.WidthOf(columns, SKRect.Create(Margin, 0, Width - (2 * Margin), 0));
        var blocks = certificate.Sides
            .Select(side => new Block().Add(side.IssuedBy, style.Signature, width, most: 4)).ToList();
        var top = FootTop - 16 - blocks.Max(block => block.Height);
        for (var i = 0; i < columns.Length; i++)
        {
            blocks[i].Draw(canvas, columns[i], top);
        }

        return top;
    }

    private static void DrawFoot(SKCanvas canvas, Certificate certificate, CertificateStyle style)
    {
        Rule(canvas, FootTop - 8);
        var code = SKRect.Create(Margin, FootTop + 2, CodeSize, CodeSize);
        DrawCode(canvas, certificate.Code, code);
        var left = code.Right + 18;
        var words = new Block();
        foreach (var side in certificate.Sides)
        {
            words.Add(side.HowToVerify, style.Verify, Width - Margin - left, most: 4, above: 3);
        }

        words.Add(certificate.Code, style.Verify, Width - Margin - left, most: 1, above: 5);
        words.Draw(canvas, left, code.Top + Math.Max(0, (CodeSize - words.Height) / 2));
        canvas.DrawUrlAnnotation(code, certificate.Code);
    }

    private static void DrawCode(SKCanvas canvas, string payload, SKRect at)
    {
        var matrix = QrMatrix.Of(payload);
        var module = at.Width / matrix.Size;
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = false };
        foreach (var (x, y, length) in matrix.Runs())
        {
            // A hair higher than a module, or some viewers show a light line between two rows.
            canvas.DrawRect(
                at.Left + (x * module), at.Top + (y * module), length * module, module * 1.03f, ink);
        }
    }

    private static void Rule(SKCanvas canvas, float y)
    {
        using var line = new SKPaint { Color = CertificateStyle.Gold, StrokeWidth = 0.6f, IsAntialias = true };
        canvas.DrawLine(Margin, y, Width - Margin, y, line);
    }
}
