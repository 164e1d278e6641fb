using Ruhani.Bot.Documents.Fonts;
using SkiaSharp;

namespace Ruhani.Bot.Documents.Certificates;

/// <summary>The fonts and colours of a permit, at a scale that makes everything fit.</summary>
internal sealed class CertificateStyle(float scale) : IDisposable
{
    /// <summary>The sky blue of the flag, darkened so that it prints well.</summary>
    public static readonly SKColor Accent = new(0x0B, 0x73, 0x85);

    /// <summary>The gold of the flag, likewise.</summary>
    public static readonly SKColor Gold = new(0xC2, 0x9A, 0x2B);

    /// <summary>Words.</summary>
    public static readonly SKColor Ink = new(0x1C, 0x27, 0x2E);

    /// <summary>Words beside the words.</summary>
    public static readonly SKColor Quiet = new(0x57, 0x66, 0x70);

    public float Scale => scale;

    public TextStyle Issuer { get; } = new(InterFonts.SemiBold, 10.5f, Accent);

    public TextStyle Title { get; } = new(InterFonts.SemiBold, 19, Ink, 1.2f);

    public TextStyle Number { get; } = new(InterFonts.SemiBold, 15, Accent);

    public TextStyle Label { get; } = new(InterFonts.SemiBold, 8.4f * scale, Quiet);

    public TextStyle Value { get; } = new(InterFonts.Regular, 11 * scale, Ink);

    public TextStyle Heading { get; } = new(InterFonts.SemiBold, 9.6f * scale, Accent);

    public TextStyle Condition { get; } = new(InterFonts.Regular, 9.4f * scale, Ink);

    public TextStyle Signature { get; } = new(InterFonts.SemiBold, 9.6f, Ink);

    public TextStyle Verify { get; } = new(InterFonts.Regular, 8.6f, Quiet);

    public void Dispose()
    {
        foreach (var style in (TextStyle[])
            [Issuer, Title, Number, Label, Value, Heading, Condition, Signature, Verify])
        {
            style.Dispose();
        }
    }
}
