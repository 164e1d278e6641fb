namespace Ruhani.Bot.Storage.Files;

/// <summary>Where files are kept; the section <c>Storage:Files</c>.</summary>
public sealed class FileStoreOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Storage:Files";

    /// <summary>
    /// The folder; relative to the working folder. Empty for the folder <c>files</c> beside the LiteDB file, so that
    /// both are copied together.
    /// </summary>
    public string Path { get; set; } = "";
}
