using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using SkiaSharp;

namespace Ruhani.Bot.Documents.Fonts;

/// <summary>
/// The typeface Inter (SIL Open Font License 1.1), which has every Kazakh letter. Its files lie within the assembly of
/// the package Avalonia.Fonts.Inter, which is kept here as a resource and read, never run: a machine needs no fonts of
/// its own, and a page looks the same on all. The faces live as long as the process.
/// </summary>
internal static class InterFonts
{
    private const string Package = "fonts";
    private const string Container = "!AvaloniaResources";
    private static readonly Lazy<Dictionary<string, SKTypeface>> Faces = new(Load);

    /// <summary>Plain.</summary>
    public static SKTypeface Regular => Faces.Value["Inter-Regular.ttf"];

    /// <summary>For labels and headings.</summary>
    public static SKTypeface SemiBold => Faces.Value["Inter-SemiBold.ttf"];

    private static Dictionary<string, SKTypeface> Load()
    {
        using var package = typeof(InterFonts).Assembly.GetManifestResourceStream(Package)
            ?? throw new InvalidOperationException("The fonts were not built in.");
        using var image = new PEReader(package);
        var metadata = image.GetMetadataReader();
        var resource = metadata.ManifestResources.Select(metadata.GetManifestResource)
            .Single(resource => metadata.StringComparer.Equals(resource.Name, Container));
        var start = image.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress + (int)resource.Offset;
        var reader = image.GetSectionData(start).GetReader();
        return Read(reader.ReadBytes(reader.ReadInt32()));
    }

    // Avalonia's container: the length of the index, the index (version, count, then path, offset and size of each),
    // the files.
    private static Dictionary<string, SKTypeface> Read(byte[] container)
    {
        using var reader = new BinaryReader(new MemoryStream(container));
        var files = sizeof(int) + reader.ReadInt32();
        var version = reader.ReadInt32();
        if (version is not (1 or 2))
        {
            throw new InvalidOperationException($"The fonts are packed in a way (version {version}) not known here.");
        }

        var faces = new Dictionary<string, SKTypeface>(StringComparer.Ordinal);
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var path = reader.ReadString();
            var (offset, size) = (reader.ReadInt32(), reader.ReadInt32());
            if (path.EndsWith("-Regular.ttf", StringComparison.Ordinal)
                || path.EndsWith("-SemiBold.ttf", StringComparison.Ordinal))
            {
                using var data = SKData.CreateCopy(container.AsSpan(files + offset, size));
                faces.Add(Path.GetFileName(path), SKTypeface.FromData(data));
            }
        }

        return faces;
    }
}
