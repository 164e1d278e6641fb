using System.Text;
using System.Text.RegularExpressions;

namespace Ruhani.Bot.Testing.Transcripts;

/// <summary>
/// A conversation as it should go, example and test in one; see <c>tests/README.md</c> for how to write one.
/// </summary>
public sealed partial record Transcript(string Path, IReadOnlyList<TranscriptStep> Steps)
{
    public static Transcript Read(string path)
    {
        var steps = new List<TranscriptStep>();
        var comments = new List<string>();
        foreach (var (index, line) in File.ReadAllLines(path).Index())
        {
            if (line.Length == 0)
            {
                if (steps.Count > 0 && steps[^1].Replies is [.., var last] && last.Lines.Count > 0)
                {
                    last.Lines.Add("");
                }
            }
            else if (line[0] == '#')
            {
                comments.Add(line);
            }
            else if (line.StartsWith("! ", StringComparison.Ordinal))
            {
                steps.Add(new TranscriptStep(index + 1, "", line[2..], IsAct: true, [.. comments], []));
                comments.Clear();
            }
            else if (Said().Match(line) is { Success: true } said)
            {
                Add(said.Groups[1].Value, said.Groups[2].Value == ">", said.Groups[3].Value, index + 1);
            }
            else if (line.StartsWith("  ", StringComparison.Ordinal) && steps is [.., { Replies: [.., var reply] }])
            {
                reply.Lines.Add(line[2..]);
            }
            else
            {
                throw new FormatException($"{path}:{index + 1}: '{line}' begins with none of '>', '<', '!', '#'.");
            }
        }

        return new Transcript(path, steps);

        void Add(string who, bool isPerson, string text, int number)
        {
            if (isPerson)
            {
                steps.Add(new TranscriptStep(number, who, text, IsAct: false, [.. comments], []));
                comments.Clear();
            }
            else
            {
                steps[^1].Replies.Add(new TranscriptReply(number, who, [text]));
            }
        }
    }

    /// <summary>Writes what the bot really said in place of what was expected.</summary>
    public void Record(IReadOnlyList<IReadOnlyList<TranscriptReply>> replies)
    {
        var text = new StringBuilder();
        foreach (var (step, said) in Steps.Zip(replies))
        {
            foreach (var comment in step.Comments)
            {
                text.Append(text.Length > 0 && comment == step.Comments[0] ? "\n" : "").Append(comment).Append('\n');
            }

            text.Append(text.Length > 0 && step.Comments.Count == 0 ? "\n" : "");
            text.Append(step.IsAct ? "! " : step.Who + "> ").Append(step.Text).Append('\n');
            foreach (var reply in said)
            {
                text.Append(reply.Who).Append("< ");
                text.AppendJoin('\n', reply.Lines.Index().Select(
                    line => line.Index == 0 || line.Item.Length == 0 ? line.Item : "  " + line.Item));
                text.Append('\n');
            }
        }

        File.WriteAllText(Path, text.ToString());
    }

    [GeneratedRegex(@"^(\w*)([<>]) ?(.*)$")]
    private static partial Regex Said();
}

/// <summary>What a person does, or what happens, and what the bot says to it.</summary>
public sealed record TranscriptStep(
    int Line, string Who, string Text, bool IsAct, IReadOnlyList<string> Comments, List<TranscriptReply> Replies);

/// <summary>One message of the bot: its lines, the last of them its buttons in brackets.</summary>
public sealed partial record TranscriptReply(int Line, string Who, List<string> Lines)
{
    public IReadOnlyList<string> Labels => IsButtons(TextLines.Count)
        ? [.. Label().Matches(Lines.Last(line => line.Length > 0)).Select(match => match.Groups[1].Value)]
        : [];

    public string Text => string.Join('\n', TextLines).Trim();

    private List<string> TextLines
    {
        get
        {
            var lines = Lines.ToList();
            while (lines.Count > 0 && lines[^1].Length == 0)
            {
                lines.RemoveAt(lines.Count - 1);
            }

            if (lines.Count > 0 && Buttons().IsMatch(lines[^1]))
            {
                lines.RemoveAt(lines.Count - 1);
            }

            return lines;
        }
    }

    private bool IsButtons(int textLines) => Lines.Any(line => line.Length > 0)
        && Lines.FindLastIndex(line => line.Length > 0) >= textLines;

    [GeneratedRegex(@"\[([^\]]+)\]")]
    private static partial Regex Label();

    [GeneratedRegex(@"^(\[[^\]]+\] ?)+$")]
    private static partial Regex Buttons();
}
