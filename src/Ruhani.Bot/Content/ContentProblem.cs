namespace Ruhani.Bot.Content;

/// <summary>One mistake in the content, named so that whoever edits the file finds it at once.</summary>
/// <param name="File">Path below the content folder, with forward slashes.</param>
/// <param name="Line">Line counted from 1; 0 when the whole file is meant.</param>
/// <param name="Message">What is wrong and what should stand there.</param>
public sealed record ContentProblem(string File, int Line, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}
