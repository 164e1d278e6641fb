using Ruhani.Bot.Documents.Pictures;
using ZXing;
using ZXing.Common;

namespace Ruhani.Bot.Documents.Codes;

/// <summary>
/// Looks for codes in a picture again and again: as it is, smaller (which takes away noise and the pattern of a
/// screen), then piece by piece (a small code on a large picture). Ends at the first look that finds one.
/// </summary>
internal static class QrReader
{
    private static readonly int[] Sides = [1400, 700, 2200, 350];

    /// <summary>Reads the codes.</summary>
    public static QrReading Read(byte[] bytes, CancellationToken cancellationToken)
    {
        if (bytes.Length == 0)
        {
            return new QrReading.NotAPicture();
        }

        var (opened, picture) = GreyPicture.Open(bytes);
        if (picture is null)
        {
            return opened == PictureOpening.TooLarge ? new QrReading.TooLarge() : new QrReading.NotAPicture();
        }

        foreach (var look in Looks(picture))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var texts = Decode(look);
            if (texts.Count > 0)
            {
                return new QrReading.Found(texts);
            }
        }

        return new QrReading.Nothing();
    }

    private static IEnumerable<GreyPicture> Looks(GreyPicture picture)
    {
        var longest = Math.Max(picture.Width, picture.Height);
        foreach (var side in Sides.Where(side => side < longest).DefaultIfEmpty(longest))
        {
            yield return picture.Within(side);
        }

        if (longest <= Sides.Max())
        {
            yield return picture;
        }

        // A code of few pixels is found better when each of them is several.
        if (longest < Sides[0])
        {
            yield return picture.Within(longest * 2);
        }

        if (longest > Sides[0])
        {
            foreach (var piece in picture.Pieces(Sides[0]))
            {
                yield return piece;
            }
        }
    }

    private static List<string> Decode(GreyPicture picture)
    {
        var reader = new BarcodeReaderGeneric
        {
            Options = new DecodingOptions
            {
                TryHarder = true,
                TryInverted = true,
                PossibleFormats = [BarcodeFormat.QR_CODE],
            },
        };
        var source = new RGBLuminanceSource(
            picture.Pixels, picture.Width, picture.Height, RGBLuminanceSource.BitmapFormat.Gray8);
        var results = reader.DecodeMultiple(source)
            ?? (reader.Decode(source) is { } one ? [one] : []);
        return [.. results.Select(result => result.Text).Where(text => !string.IsNullOrEmpty(text)).Distinct()];
    }
}
