namespace Ruhani.Bot.Testing;

/// <summary>
/// Material that lies beside the repository: a sibling folder <c>shared</c>, or where <c>RUHANI_SHARED</c> points.
/// </summary>
public static class SharedFolder
{
    /// <summary>The full path of a file or folder in it; null when it isn't there.</summary>
    public static string? Find(string relative)
    {
        if (Environment.GetEnvironmentVariable("RUHANI_SHARED") is { Length: > 0 } set)
        {
            return Existing(Path.Combine(set, relative));
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Existing(Path.Combine(folder.FullName, "shared", relative)) is { } path)
            {
                return path;
            }
        }

        return null;
    }

    private static string? Existing(string path) => Path.Exists(path) ? Path.GetFullPath(path) : null;
}
