using SkiaSharp;

namespace Ruhani.Bot.Documents.Codes;

/// <summary>Codes by ZXing, pictures by Skia. Pictures are read one at a time: each may take a second.</summary>
internal sealed class QrCodes : IQrCodes, IDisposable
{
    private const int QuietZone = 4;
    private const int Narrowest = 100;
    private const int Widest = 2000;
    private readonly SemaphoreSlim _one = new(1);

    /// <inheritdoc/>
    public byte[] Write(string payload, int pixels = 600)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pixels, Narrowest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pixels, Widest);
        var matrix = QrMatrix.Of(payload);
        var modules = matrix.Size + (2 * QuietZone);
        var module = Math.Max(1, pixels / modules);
        using var bitmap = new SKBitmap(modules * module, modules * module, SKColorType.Gray8, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = false };
        foreach (var (x, y, length) in matrix.Runs())
        {
            canvas.DrawRect((x + QuietZone) * module, (y + QuietZone) * module, length * module, module, ink);
        }

        canvas.Flush();
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    /// <inheritdoc/>
    public async Task<QrReading> ReadAsync(Stream picture, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(picture);
        using var bytes = new MemoryStream();
        var block = new byte[64 * 1024];
        int read;
        while ((read = await picture.ReadAsync(block, cancellationToken).ConfigureAwait(false)) > 0)
        {
            bytes.Write(block, 0, read);
            if (bytes.Length > IQrCodes.MaxPicture)
            {
                return new QrReading.TooLarge();
            }
        }

        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => QrReader.Read(bytes.ToArray(), cancellationToken), cancellationToken)
                .ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();
}
