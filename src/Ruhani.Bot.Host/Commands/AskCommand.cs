using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ruhani.Bot.Host.Running;
using Ruhani.Bot.Knowledge;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Host.Commands;

/// <summary><c>ruhani ask</c>: one question or a file of them, answered from the knowledge alone.</summary>
internal static class AskCommand
{
    public static async Task<int> ExecuteAsync(string[] settings, AskRequest request, CancellationToken token)
    {
        _ = settings;
        var content = ContentOnly.Create();
        var problems = content.Load();
        if (problems.Count > 0)
        {
            foreach (var problem in problems)
            {
                await Console.Error.WriteLineAsync(problem.ToString());
            }

            return CommandLine.Failed;
        }

        var search = content.Current.Search;
        var language = Languages.FromTag(request.Language);
        if (request.Batch is not null)
        {
            return await AnswerBatchAsync(search, language, request.Batch, token);
        }

        var question = request.Question!;
        var result = search.Search(question, language);
        if (request.Json)
        {
            Console.WriteLine(ToJson(question, result));
        }
        else
        {
            Console.WriteLine(ToText(result, language ?? result.Language));
        }

        return CommandLine.Ok;
    }

    private static async Task<int> AnswerBatchAsync(
        IKnowledgeSearch search, Language? language, string file, CancellationToken token)
    {
        if (file != "-" && !File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"There is no file '{file}'.");
            return CommandLine.Failed;
        }

        using var input = file == "-"
            ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8)
            : new StreamReader(file, Encoding.UTF8);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        while (await input.ReadLineAsync(token) is { } question)
        {
            await output.WriteLineAsync(ToJson(question, search.Search(question, language)));
        }

        return CommandLine.Ok;
    }

    private static string ToJson(string question, SearchResult result) => JsonSerializer.Serialize(
        new AskAnswer(
            question,
            result.Language.Code(),
            result.Band == SearchBand.Answer ? result.Hits[0].Entry.Id : null,
            [.. result.Hits.Take(5).Select(hit => new AskCandidate(hit.Entry.Id, Math.Round(hit.Score, 3)))]),
        AskJson.Plain.AskAnswer);

    private static string ToText(SearchResult result, Language language)
    {
        var kazakh = language == Language.Kazakh;
        switch (result.Band)
        {
            case SearchBand.Answer:
                var entry = result.Hits[0].Entry;
                var text = entry.In(language);
                return string.Join("\n\n", new[]
                {
                    text.Title,
                    text.Text.ToString(),
                    text.Differs?.ToString(),
                    text.Outdated?.ToString(),
                    $"{(kazakh ? "Дереккөз" : "Источник")}: {text.Source} ({entry.Edition})",
                }.OfType<string>());
            case SearchBand.DidYouMean:
                return (kazakh ? "Мүмкін, мынаны сұрап тұрсыз ба?" : "Возможно, вы имели в виду:") + "\n" +
                    string.Join('\n', result.Hits.Take(3).Select(hit => "• " + hit.Entry.In(language).Title));
            default:
                return kazakh ? "Бұл туралы құралда айтылмаған." : "В пособии об этом не сказано.";
        }
    }
}

/// <summary>What was asked on the command line.</summary>
internal sealed record AskRequest(string? Question, string? Language, bool Json, string? Batch);

/// <summary>One answer, as the contract prints it.</summary>
internal sealed record AskAnswer(
    string Question, string Language, string? Answer, IReadOnlyList<AskCandidate> Candidates);

/// <summary>A candidate, best first.</summary>
internal sealed record AskCandidate(string Id, double Score);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AskAnswer))]
internal sealed partial class AskJson : JsonSerializerContext
{
    public static AskJson Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
