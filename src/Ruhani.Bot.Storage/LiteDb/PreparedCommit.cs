namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>A commit with what can be worked out before its turn comes, on the thread that asks for it.</summary>
internal sealed class PreparedCommit
{
    /// <summary>A bound well under what LiteDB takes as one document, in characters.</summary>
    private const int LongestJson = 4_000_000;

    private const int LongestId = 200;

    public PreparedCommit(Commit commit)
    {
        foreach (var (document, _) in commit.Documents)
        {
            Check(document.Id.Length <= LongestId, $"The id of a document is over {LongestId} characters.");
            Check(document.Group is not { Length: > LongestId }, $"A group is over {LongestId} characters.");
            Check(document.Json.Length <= LongestJson, $"A document is over {LongestJson} characters.");
        }

        Commit = commit;
        Mark = commit.ActivityId is { } id ? SeenMarks.Of(id) : null;
        Messages = [.. commit.Messages.Select(StoredJson.Write)];
        Check(Messages.All(m => m.Length <= LongestJson), $"A message is over {LongestJson} bytes.");
    }

    public Commit Commit { get; }

    public UInt128? Mark { get; }

    /// <summary>The JSON of <see cref="Commit.Messages"/>.</summary>
    public byte[][] Messages { get; }

    private static void Check(bool holds, string complaint)
    {
        if (!holds)
        {
            throw new ArgumentException(complaint);
        }
    }
}
