namespace Ruhani.Bot.Host.Tests.Commands;

public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("Limits:MessagesPerMinute holds 'many'", "--Limits:MessagesPerMinute=many")]
    [InlineData("Limits:MessagesPerMinute holds '0'", "--Limits:MessagesPerMinute=0")]
    [InlineData("Telegram:Tokn is not a setting", "--Telegram:Tokn=1:a")]
    [InlineData("Storage:Provider holds 'Oracle'", "--Storage:Provider=Oracle")]
    [InlineData("Urls holds 'here'", "--Urls=here")]
    [InlineData("Urls holds 'https://127.0.0.1:5443'", "--Urls=https://127.0.0.1:5443")]
    [InlineData("WhatsApp:AppSecret", "--WhatsApp:AccessToken=secret-access", "--WhatsApp:PhoneNumberId=1")]
    [InlineData("Telegram:Token", "--Telegram:Token=not-a-token-secret")]
    public async Task A_wrong_setting_stops_the_start_with_one_line_that_names_it(string line, params string[] settings)
    {
        using var folder = new TempFolder();

        var (code, output, errors) = await HostProcess.RunAsync(folder.Path, ["run", .. settings]);

        Assert.Equal(1, code);
        Assert.Contains(line, errors);
        Assert.DoesNotContain("   at ", errors + output);
        Assert.DoesNotContain("secret-access", errors + output);
        Assert.DoesNotContain("not-a-token-secret", errors + output);
        Assert.False(Directory.Exists(folder.In("data")));
    }

    [Fact]
    public async Task The_command_line_wins_over_the_environment_and_the_file()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(
            folder.In("appsettings.json"),
            """{ "Limits": { "MessagesPerMinute": "from-file" } }""",
            TestContext.Current.CancellationToken);

        var (code, _, errors) = await HostProcess.RunAsync(folder.Path, ["check"]);
        var (overridden, _, _) = await HostProcess.RunAsync(folder.Path, ["check", "--Limits:MessagesPerMinute=5"]);

        Assert.Equal(1, code);
        Assert.Contains("from-file", errors);
        Assert.Equal(0, overridden);
    }
}
