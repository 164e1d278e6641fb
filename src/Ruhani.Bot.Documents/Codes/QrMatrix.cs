using ZXing;
using ZXing.Common;
using ZXing.QrCode;
using ZXing.QrCode.Internal;

namespace Ruhani.Bot.Documents.Codes;

/// <summary>The modules of a code, without a quiet zone: what is drawn on paper or into a picture.</summary>
internal sealed class QrMatrix
{
    private const int LongestPayload = 500;
    private readonly BitMatrix _modules;

    private QrMatrix(BitMatrix modules) => _modules = modules;

    /// <summary>Modules a side.</summary>
    public int Size => _modules.Width;

    /// <summary>
    /// Encodes a payload, a quarter of which may get lost (level Q): banners are creased, photographs blurred.
    /// </summary>
    public static QrMatrix Of(string payload)
    {
        ArgumentException.ThrowIfNullOrEmpty(payload);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(payload.Length, LongestPayload);
        var hints = new Dictionary<EncodeHintType, object>
        {
            [EncodeHintType.MARGIN] = 0,
            [EncodeHintType.ERROR_CORRECTION] = ErrorCorrectionLevel.Q,
        };
        if (!System.Text.Ascii.IsValid(payload))
        {
            hints[EncodeHintType.CHARACTER_SET] = "UTF-8";
        }

        return new QrMatrix(new QRCodeWriter().encode(payload, BarcodeFormat.QR_CODE, 0, 0, hints));
    }

    /// <summary>Runs of dark modules, row by row.</summary>
    public IEnumerable<(int X, int Y, int Length)> Runs()
    {
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                var from = x;
                while (x < Size && _modules[x, y])
                {
                    x++;
                }

                if (x > from)
                {
                    yield return (from, y, x - from);
                }
            }
        }
    }
}
