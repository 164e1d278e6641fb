using System.Text.Json;

namespace Ruhani.Bot.Host.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("fly")]
    [InlineData("ask")]
    [InlineData("ask", "what?", "--loud")]
    [InlineData("ask", "what?", "--lang", "en")]
    [InlineData("ask", "--batch", "-")]
    public async Task A_misused_command_line_says_so_and_ends_with_2(params string[] args)
    {
        using var folder = new TempFolder();

        var (code, output, errors) = await HostProcess.RunAsync(folder.Path, args);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.NotEmpty(errors);
        Assert.DoesNotContain("   at ", errors);
    }

    [Theory]
    [InlineData("--help", "ask")]
    [InlineData("--version", "0.")]
    public async Task Help_and_version_are_there(string option, string expected)
    {
        using var folder = new TempFolder();

        var (code, output, _) = await HostProcess.RunAsync(folder.Path, [option]);

        Assert.Equal(0, code);
        Assert.Contains(expected, output);
    }

    [Fact]
    public async Task Ask_answers_a_question_in_its_language()
    {
        using var folder = new TempFolder();

        var (code, output, _) = await HostProcess.RunAsync(folder.Path, ["ask", "Что такое меценатство?"]);

        Assert.Equal(0, code);
        Assert.StartsWith("Меценатство", output);
        Assert.Contains("Источник: ", output);
    }

    [Fact]
    public async Task Ask_batch_gives_one_object_a_line_in_order()
    {
        using var folder = new TempFolder();
        var questions = new[] { "Патриотизм деген не?", "", "какая завтра погода", "контактные телефоны" };

        var (code, output, _) = await HostProcess.RunAsync(
            folder.Path, ["ask", "--batch", "-", "--json"], string.Join('\n', questions) + "\n");

        Assert.Equal(0, code);
        var answers = output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(questions, answers.Select(answer => answer.GetProperty("question").GetString()));
        Assert.Equal("glossary.patriotism", answers[0].GetProperty("answer").GetString());
        Assert.Equal("kk", answers[0].GetProperty("language").GetString());
        Assert.Equal(JsonValueKind.Null, answers[1].GetProperty("answer").ValueKind);
        Assert.Equal(JsonValueKind.Null, answers[2].GetProperty("answer").ValueKind);
        Assert.Equal("programme.contacts", answers[3].GetProperty("answer").GetString());
        Assert.All(answers, answer => Assert.InRange(answer.GetProperty("candidates").GetArrayLength(), 0, 5));
    }

    [Fact]
    public async Task Check_is_content_with_what_ships()
    {
        using var folder = new TempFolder();

        var (code, output, _) = await HostProcess.RunAsync(folder.Path, ["check"]);

        Assert.Equal(0, code);
        Assert.Contains("85 entries", output);
    }

    [Fact]
    public async Task Check_names_file_and_line_of_every_mistake()
    {
        using var folder = new TempFolder();
        folder.AddContent();
        var dialog = folder.In("dialogs", "thanks", "thanks.dialog.yaml");
        await File.WriteAllTextAsync(
            dialog,
            (await File.ReadAllTextAsync(dialog, TestContext.Current.CancellationToken))
                .Replace("say: welcome", "say: nonsense", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        File.Delete(folder.In("localization", "ru", "knowledge", "logo.yaml"));

        var (code, _, errors) = await HostProcess.RunAsync(folder.Path, ["check"]);

        Assert.Equal(1, code);
        Assert.Matches(@"dialogs/thanks/thanks\.dialog\.yaml:\d+: there is no text 'thanks\.nonsense'", errors);
        Assert.Matches(@"localization/catalogue\.yaml:\d+: 'logo\.rules' has no text in 'ru'", errors);
    }
}
