using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Ruhani.Bot.Content;

/// <summary>
/// A place in a content file, read strictly: whatever is missing, unknown or of the wrong shape becomes a
/// <see cref="ContentProblem"/> with its line, and reading goes on, so that one check shows every mistake.
/// </summary>
public sealed class ContentNode
{
    private readonly string _file;
    private readonly YamlNode _node;
    private readonly List<ContentProblem> _problems;

    private ContentNode(string file, YamlNode node, List<ContentProblem> problems)
    {
        _file = file;
        _node = node;
        _problems = problems;
    }

    /// <summary>The file this stands in.</summary>
    public string File => _file;

    /// <summary>The line, from 1.</summary>
    public int Line => (int)_node.Start.Line;

    /// <summary>Parses a file; null, with a problem, when it is not one YAML mapping.</summary>
    public static ContentNode? Parse(string file, string yaml, List<ContentProblem> problems)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return new ContentNode(file, root, problems);
            }

            problems.Add(new ContentProblem(file, 1, "should be one YAML mapping (key: value)"));
        }
        catch (YamlDotNet.Core.YamlException e)
        {
            problems.Add(new ContentProblem(file, (int)e.Start.Line, "is not valid YAML: " + FirstLine(e.Message)));
        }

        return null;
    }

    /// <summary>Notes a mistake at this place.</summary>
    public void Report(string message) => _problems.Add(new ContentProblem(_file, Line, message));

    /// <summary>The text of a scalar; null, with a problem, for anything else or an empty one.</summary>
    public string? Text()
    {
        if (_node is YamlScalarNode { Value: { } value } && !string.IsNullOrWhiteSpace(value))
        {
            return value;
        }

        Report("should hold a text");
        return null;
    }

    /// <summary>A whole number within bounds; null with a problem otherwise.</summary>
    public int? Number(int min, int max)
    {
        if (_node is YamlScalarNode { Value: { } value }
            && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max)
        {
            return number;
        }

        Report($"should be a whole number from {min} to {max}");
        return null;
    }

    /// <summary>True for a scalar.</summary>
    public bool IsText => _node is YamlScalarNode;

    /// <summary>True for a mapping.</summary>
    public bool IsMapping => _node is YamlMappingNode;

    /// <summary>
    /// The keys of a mapping with what stands under each. Unless <paramref name="allowed"/> is empty any other key is a
    /// problem.
    /// </summary>
    public IReadOnlyDictionary<string, ContentNode> Fields(params ReadOnlySpan<string> allowed)
    {
        var fields = new Dictionary<string, ContentNode>(StringComparer.Ordinal);
        if (_node is not YamlMappingNode mapping)
        {
            Report("should be a mapping (key: value)");
            return fields;
        }

        foreach (var (keyNode, value) in mapping.Children)
        {
            var key = new ContentNode(_file, keyNode, _problems);
            if (keyNode is not YamlScalarNode { Value: { Length: > 0 } name })
            {
                key.Report("a key should be a word");
            }
            else if (!allowed.IsEmpty && !allowed.Contains(name))
            {
                key.Report($"unknown key '{name}'; known are: {string.Join(", ", allowed!)}");
            }
            else
            {
                fields[name] = new ContentNode(_file, value, _problems);
            }
        }

        return fields;
    }

    /// <summary>A required key of a mapping read earlier; reports at this place when it is missing.</summary>
    public ContentNode? Required(IReadOnlyDictionary<string, ContentNode> fields, string key)
    {
        if (fields.TryGetValue(key, out var node))
        {
            return node;
        }

        Report($"'{key}' is missing");
        return null;
    }

    /// <summary>The items of a list; a single scalar counts as a list of one.</summary>
    public IReadOnlyList<ContentNode> Items()
    {
        switch (_node)
        {
            case YamlSequenceNode sequence:
                return [.. sequence.Children.Select(child => new ContentNode(_file, child, _problems))];
            case YamlScalarNode { Value.Length: > 0 }:
                return [this];
            default:
                Report("should be a list");
                return [];
        }
    }

    /// <summary>The items of a list as texts.</summary>
    public IReadOnlyList<string> Texts() => [.. Items().Select(item => item.Text()).OfType<string>()];

    private static string FirstLine(string message) => message.Split('\n', 2)[0].Trim();
}
