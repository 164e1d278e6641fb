using Ruhani.Bot.Linguistics.Declension;

namespace Ruhani.Bot.Content;

/// <summary>Reads <c>localization/cases.yaml</c>: the Kazakh words whose suffixes have to be told.</summary>
internal static class CaseLoader
{
    /// <summary>The file.</summary>
    public const string File = "localization/cases.yaml";

    /// <summary>The words, whatever could be read of them.</summary>
    public static KazakhCases Load(ContentFolder folder, List<ContentProblem> problems)
    {
        var like = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (folder.ReadOne(File, problems) is not { } root
            || root.Required(root.Fields("like"), "like") is not { } words)
        {
            return KazakhCases.ByRule;
        }

        foreach (var (word, node) in words.Fields())
        {
            if (node.Text() is not { } model)
            {
                continue;
            }

            if (!IsKazakh(model))
            {
                node.Report($"'{model}' should be a Kazakh word in small letters");
            }
            else if (!like.TryAdd(word, model))
            {
                node.Report($"'{word}' stands here twice");
            }
        }

        return new KazakhCases(like);
    }

    private static bool IsKazakh(string model) =>
        model.All(letter => letter == ' ' || (letter is >= 'а' and <= 'ӿ' && char.IsLower(letter)));
}
