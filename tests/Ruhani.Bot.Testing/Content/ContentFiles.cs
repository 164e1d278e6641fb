using Ruhani.Bot.Content;

namespace Ruhani.Bot.Testing.Content;

/// <summary>A copy of the repository's content in a folder of its own, to be spoilt by a test.</summary>
public sealed class ContentFiles : IDisposable
{
    public ContentFiles()
    {
        foreach (var folder in new[] { "dialogs", "localization" })
        {
            var source = Repository.Path(folder);
            foreach (var file in Directory.EnumerateFiles(source, "*.yaml", SearchOption.AllDirectories))
            {
                var target = Path.Combine(Root, Path.GetRelativePath(Repository.Root, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("ruhani-content-").FullName;

    public ContentFolder Folder => new(Root);

    public string PathOf(string file) => Path.Combine(Root, file);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    public void Append(string file, string text) => File.AppendAllText(PathOf(file), text);

    /// <summary>Puts other words in the place of the first that are there.</summary>
    /// <returns>The line they stand in.</returns>
    public int Replace(string file, string old, string by)
    {
        var text = File.ReadAllText(PathOf(file));
        var at = text.IndexOf(old, StringComparison.Ordinal);
        if (at < 0)
        {
            throw new InvalidOperationException($"'{old}' is not in {file}.");
        }

        File.WriteAllText(PathOf(file), string.Concat(text.AsSpan(0, at), by, text.AsSpan(at + old.Length)));
        return text.AsSpan(0, at).Count('\n') + 1;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
