namespace Ruhani.Bot.Documents.Tests;

/// <summary>Keeps what a test made in the folder <c>DOCUMENTS</c> names, for somebody to look at.</summary>
internal static class Kept
{
    public static void Save(string name, byte[] bytes)
    {
        if (Environment.GetEnvironmentVariable("DOCUMENTS") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
        }
    }
}
