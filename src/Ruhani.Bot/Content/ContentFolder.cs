namespace Ruhani.Bot.Content;

/// <summary>
/// The folder that holds <c>localization/</c> and <c>dialogs/</c>. Read fresh at every load, so that an edited file
/// counts.
/// </summary>
/// <param name="Root">Where the two folders stand.</param>
public sealed record ContentFolder(string Root)
{
    /// <summary>
    /// The working folder when it holds <c>localization/</c> (so that edits count at once), else the program's own.
    /// </summary>
    public static ContentFolder Find()
    {
        var here = Directory.GetCurrentDirectory();
        return new ContentFolder(
            File.Exists(Path.Combine(here, "localization", "catalogue.yaml")) ? here : AppContext.BaseDirectory);
    }

    /// <summary>
    /// Parses every file below a folder that ends in <paramref name="suffix"/>, by name order; an unreadable file is a
    /// problem.
    /// </summary>
    public IReadOnlyList<ContentNode> Read(string folder, string suffix, List<ContentProblem> problems)
    {
        var path = Path.Combine(Root, folder);
        if (!Directory.Exists(path))
        {
            problems.Add(new ContentProblem(folder, 0, "the folder is missing"));
            return [];
        }

        return [.. Find(path, suffix, problems).Select(file => ReadFile(file, problems)).OfType<ContentNode>()];
    }

    // A folder may go while it is read: an editor's save, a copy in progress.
    private static List<string> Find(string path, string suffix, List<ContentProblem> problems)
    {
        try
        {
            return
            [
                .. Directory.EnumerateFiles(path, "*" + suffix, SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new ContentProblem(Path.GetFileName(path), 0, "can't be read: " + e.Message));
            return [];
        }
    }

    /// <summary>Parses one file; null, with a problem, when it is missing or broken.</summary>
    public ContentNode? ReadOne(string relative, List<ContentProblem> problems) =>
        ReadFile(Path.Combine(Root, relative), problems);

    private ContentNode? ReadFile(string path, List<ContentProblem> problems)
    {
        var name = Path.GetRelativePath(Root, path).Replace('\\', '/');
        try
        {
            return ContentNode.Parse(name, File.ReadAllText(path), problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new ContentProblem(name, 0, "can't be read: " + e.Message));
            return null;
        }
    }
}
