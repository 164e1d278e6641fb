namespace Ruhani.Bot.Channels.Tests.WhatsApp;

/// <summary>
/// The vendor's specification and recorded payloads, which are no part of the project: found beside it (a folder
/// <c>shared</c> next to one of the folders above, or <c>RUHANI_SHARED</c>), and skipped aloud where they are not.
/// </summary>
internal static class SpecificationFiles
{
    public static string Folder()
    {
        var shared = Environment.GetEnvironmentVariable("RUHANI_SHARED") is { Length: > 0 } named
            ? named
            : Above(AppContext.BaseDirectory).Select(d => Path.Combine(d, "shared")).FirstOrDefault(Directory.Exists);
        var folder = Path.Combine(shared ?? "", "specs", "whatsapp");
        Assert.SkipUnless(shared is not null && Directory.Exists(folder), "no ../shared/specs/whatsapp here");
        return folder;
    }

    private static IEnumerable<string> Above(string path)
    {
        for (var folder = new DirectoryInfo(path); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }
}
