using System.Buffers.Binary;
using Ruhani.Bot.Documents.Codes;
using SkiaSharp;

namespace Ruhani.Bot.Documents.Tests.Codes;

public sealed class QrCodesTests : IDisposable
{
    private const string Address = "https://t.me/ruhani_zhangyru_bot?start=v_012027000425";
    private readonly QrCodes _codes = new();

    [Theory]
    [InlineData(Address)]
    [InlineData("https://wa.me/77011234567?text=RZ-01-2027-00042-5")]
    [InlineData("Рұқсат нөмірі: RZ-01-2027-00042-5")]
    public async Task What_is_written_is_read(string payload) =>
        Assert.Equal([payload], await FoundAsync(_codes.Write(payload)));

    [Theory]
    [InlineData(100)]
    [InlineData(600)]
    [InlineData(2000)]
    public async Task Any_size_is_read(int pixels) =>
        Assert.Equal([Address], await FoundAsync(_codes.Write(Address, pixels)));

    [Theory]
    [InlineData(0, 1.0, 90)]
    [InlineData(0, 0.3, 60)]
    [InlineData(7, 0.8, 40)]
    [InlineData(33, 0.6, 50)]
    [InlineData(90, 0.5, 70)]
    [InlineData(137, 0.5, 40)]
    [InlineData(180, 0.4, 50)]
    [InlineData(-20, 1.6, 30)]
    public async Task A_photograph_is_read(int degrees, double scale, int quality) =>
        Assert.Equal([Address], await FoundAsync(Photograph(degrees, scale, quality)));

    [Theory]
    [InlineData(0.0003)]
    [InlineData(-0.0004)]
    public async Task A_photograph_from_the_side_is_read(double tilt) =>
        Assert.Equal([Address], await FoundAsync(Photograph(4, 0.8, 60, tilt)));

    [Fact]
    public async Task A_small_code_on_a_large_photograph_is_read() =>
        Assert.Equal([Address], await FoundAsync(Photograph(12, 0.35, 75, width: 4000, height: 3000)));

    [Fact]
    public async Task White_on_black_is_read()
    {
        using var code = SKBitmap.Decode(_codes.Write(Address, 400));
        using var dark = new SKBitmap(800, 600);
        using var canvas = new SKCanvas(dark);
        canvas.Clear(SKColors.Black);
        using var invert = new SKPaint
        {
            ColorFilter = SKColorFilter.CreateHighContrast(false, SKHighContrastConfigInvertStyle.InvertBrightness, 0),
        };
        canvas.DrawBitmap(code, 200, 100, SKSamplingOptions.Default, invert);
        Assert.Equal([Address], await FoundAsync(dark.Encode(SKEncodedImageFormat.Png, 100).ToArray()));
    }

    [Fact]
    public async Task Two_codes_are_both_read()
    {
        using var page = new SKBitmap(1200, 700);
        using var canvas = new SKCanvas(page);
        canvas.Clear(SKColors.White);
        using var first = SKBitmap.Decode(_codes.Write(Address, 400));
        using var second = SKBitmap.Decode(_codes.Write("https://example.kz", 400));
        canvas.DrawBitmap(first, 50, 100, SKSamplingOptions.Default);
        canvas.DrawBitmap(second, 700, 150, SKSamplingOptions.Default);
        var texts = await FoundAsync(page.Encode(SKEncodedImageFormat.Png, 100).ToArray());
        Assert.Equal([Address, "https://example.kz"], texts.Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public async Task A_picture_without_a_code_holds_nothing()
    {
        using var page = new SKBitmap(900, 700);
        using var canvas = new SKCanvas(page);
        canvas.Clear(SKColors.Teal);
        Assert.IsType<QrReading.Nothing>(await ReadAsync(page.Encode(SKEncodedImageFormat.Jpeg, 80).ToArray()));
    }

    [Fact]
    public async Task What_is_no_picture_is_said_to_be_none()
    {
        Assert.IsType<QrReading.NotAPicture>(await ReadAsync([]));
        Assert.IsType<QrReading.NotAPicture>(await ReadAsync("%PDF-1.7 of somebody"u8.ToArray()));
        Assert.IsType<QrReading.NotAPicture>(await ReadAsync(_codes.Write(Address)[..40]));
    }

    [Fact]
    public async Task Too_many_bytes_are_not_looked_at() =>
        Assert.IsType<QrReading.TooLarge>(await ReadAsync(new byte[IQrCodes.MaxPicture + 1]));

    [Fact]
    public async Task A_picture_that_unpacks_to_a_gigabyte_is_not_unpacked()
    {
        // A bitmap's header only, which is all that is looked at: 30,000 by 30,000 pixels of 24 bits.
        var bitmap = new byte[4096];
        "BM"u8.CopyTo(bitmap);
        BinaryPrimitives.WriteUInt32LittleEndian(bitmap.AsSpan(10), 54);
        BinaryPrimitives.WriteUInt32LittleEndian(bitmap.AsSpan(14), 40);
        BinaryPrimitives.WriteInt32LittleEndian(bitmap.AsSpan(18), 30_000);
        BinaryPrimitives.WriteInt32LittleEndian(bitmap.AsSpan(22), 30_000);
        BinaryPrimitives.WriteUInt16LittleEndian(bitmap.AsSpan(26), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(bitmap.AsSpan(28), 24);
        Assert.IsType<QrReading.TooLarge>(await ReadAsync(bitmap));
    }

    public void Dispose() => _codes.Dispose();

    // A banner on a wall: lit from one side, the code turned and tilted, the rest in colours, kept as a JPEG.
    private byte[] Photograph(
        int degrees, double scale, int quality, double tilt = 0, int width = 1280, int height = 960)
    {
        using var photograph = new SKBitmap(width, height);
        using var canvas = new SKCanvas(photograph);
        canvas.Clear(new SKColor(0x7A, 0x8B, 0x84));
        using var code = SKBitmap.Decode(_codes.Write(Address, 500));
        canvas.Save();
        canvas.Translate(width * 0.48f, height * 0.52f);
        canvas.Concat(new SKMatrix { ScaleX = 1, ScaleY = 1, Persp0 = (float)tilt, Persp2 = 1 });
        canvas.RotateDegrees(degrees);
        canvas.Scale((float)scale);
        using var paper = new SKPaint { Color = new SKColor(0xF4, 0xF1, 0xE8) };
        canvas.DrawRect(-420, -320, 840, 640, paper);
        using var image = SKImage.FromBitmap(code);
        canvas.DrawImage(
            image,
            -code.Width / 2f,
            -code.Height / 2f,
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        canvas.Restore();
        using var light = new SKPaint
        {
            Shader = SKShader.CreateLinearGradient(
                new SKPoint(0, 0),
                new SKPoint(width, height),
                [new SKColor(0, 0, 0, 0x70), new SKColor(0xFF, 0xFF, 0xFF, 0x30)],
                SKShaderTileMode.Clamp),
        };
        canvas.DrawRect(0, 0, width, height, light);
        canvas.Flush();
        return photograph.Encode(SKEncodedImageFormat.Jpeg, quality).ToArray();
    }

    private async Task<IReadOnlyList<string>> FoundAsync(byte[] picture) =>
        Assert.IsType<QrReading.Found>(await ReadAsync(picture)).Texts;

    private async Task<QrReading> ReadAsync(byte[] picture)
    {
        using var stream = new MemoryStream(picture);
        return await _codes.ReadAsync(stream, TestContext.Current.CancellationToken);
    }
}
