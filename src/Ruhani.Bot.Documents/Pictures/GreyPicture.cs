using SkiaSharp;

namespace Ruhani.Bot.Documents.Pictures;

/// <summary>How opening a picture ended.</summary>
internal enum PictureOpening
{
    Opened,
    NotAPicture,
    TooLarge,
}

/// <summary>A picture without its colours: a byte a pixel, row by row.</summary>
internal sealed record GreyPicture(byte[] Pixels, int Width, int Height)
{
    // What is unpacked whole; JPEGs beyond it are unpacked at a half, a quarter or an eighth of their sides.
    private const long MostPixels = 24_000_000;
    private const long MostPixelsOfAll = 400_000_000;

    /// <summary>Unpacks a picture; what it would unpack to is looked at first.</summary>
    public static (PictureOpening Opening, GreyPicture? Picture) Open(byte[] bytes)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width < 1 || codec.Info.Height < 1)
        {
            return (PictureOpening.NotAPicture, null);
        }

        if (Fitting(codec) is not { } size)
        {
            return (PictureOpening.TooLarge, null);
        }

        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        using var bitmap = new SKBitmap(info);
        return codec.GetPixels(info, bitmap.GetPixels()) is SKCodecResult.Success or SKCodecResult.IncompleteInput
            ? (PictureOpening.Opened, Grey(bitmap))
            : (PictureOpening.NotAPicture, null);
    }

    /// <summary>The picture with its longer side at a length.</summary>
    public GreyPicture Within(int side)
    {
        var scale = side / (double)Math.Max(Width, Height);
        var (width, height) = (Math.Max(1, (int)(Width * scale)), Math.Max(1, (int)(Height * scale)));
        using var from = ToBitmap();
        using var to = new SKBitmap(width, height, SKColorType.Gray8, SKAlphaType.Opaque);
        var sampling = scale < 1
            ? new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear)
            : new SKSamplingOptions(SKFilterMode.Linear);
        from.ScalePixels(to, sampling);
        return Copy(to);
    }

    /// <summary>Square pieces that overlap by half, so that whatever is half a side large lies whole in one.</summary>
    public IEnumerable<GreyPicture> Pieces(int side)
    {
        for (var y = 0; y == 0 || y + (side / 2) < Height; y += side / 2)
        {
            for (var x = 0; x == 0 || x + (side / 2) < Width; x += side / 2)
            {
                yield return Piece(x, y, Math.Min(side, Width - x), Math.Min(side, Height - y));
            }
        }
    }

    private static SKSizeI? Fitting(SKCodec codec)
    {
        var whole = codec.Info.Size;
        if ((long)whole.Width * whole.Height > MostPixelsOfAll)
        {
            return null;
        }

        foreach (var scale in (float[])[1, 0.5f, 0.25f, 0.125f])
        {
            var size = codec.GetScaledDimensions(scale);
            if ((long)size.Width * size.Height <= MostPixels)
            {
                return size;
            }
        }

        return null;
    }

    // Transparent parts are white, as on the page a code was cut out of.
    private static GreyPicture Grey(SKBitmap bitmap)
    {
        var from = bitmap.GetPixelSpan();
        var pixels = new byte[bitmap.Width * bitmap.Height];
        for (var i = 0; i < pixels.Length; i++)
        {
            var p = from.Slice(i * 4, 4);
            var grey = ((p[0] * 77) + (p[1] * 151) + (p[2] * 28)) >> 8;
            pixels[i] = (byte)(((grey * p[3]) + (255 * (255 - p[3]))) / 255);
        }

        return new GreyPicture(pixels, bitmap.Width, bitmap.Height);
    }

    private static GreyPicture Copy(SKBitmap bitmap)
    {
        var pixels = new byte[bitmap.Width * bitmap.Height];
        for (var y = 0; y < bitmap.Height; y++)
        {
            bitmap.GetPixelSpan().Slice(y * bitmap.RowBytes, bitmap.Width).CopyTo(pixels.AsSpan(y * bitmap.Width));
        }

        return new GreyPicture(pixels, bitmap.Width, bitmap.Height);
    }

    private SKBitmap ToBitmap()
    {
        var bitmap = new SKBitmap(Width, Height, SKColorType.Gray8, SKAlphaType.Opaque);
        for (var y = 0; y < Height; y++)
        {
            System.Runtime.InteropServices.Marshal.Copy(
                Pixels, y * Width, bitmap.GetPixels() + (y * bitmap.RowBytes), Width);
        }

        return bitmap;
    }

    private GreyPicture Piece(int left, int top, int width, int height)
    {
        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            Array.Copy(Pixels, ((top + y) * Width) + left, pixels, y * width, width);
        }

        return new GreyPicture(pixels, width, height);
    }
}
