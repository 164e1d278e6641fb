namespace Ruhani.Bot.Host.Tests;

/// <summary>An empty working folder that goes with the test.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("ruhani-test").FullName;

    /// <summary>Copies the content the host ships with, so that a test can spoil it.</summary>
    public void AddContent()
    {
        foreach (var folder in new[] { "localization", "dialogs" })
        {
            var source = System.IO.Path.Combine(AppContext.BaseDirectory, folder);
            foreach (var file in Directory.EnumerateFiles(source, "*.yaml", SearchOption.AllDirectories))
            {
                var target = System.IO.Path.Combine(
                    Path, System.IO.Path.GetRelativePath(AppContext.BaseDirectory, file));
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
    }

    public string In(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
