using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Ruhani.Bot.Channels.Telegram;

namespace Ruhani.Bot.Channels.Tests.Telegram;

public sealed class TelegramOptionsTests
{
    private const string Token = "123456789:AAF-abcdefghijklmnopqrstuvwxyz_0123";

    [Theory]
    [InlineData("Token", "no-colon-secret", "Telegram:Token ")]
    [InlineData("Token", "12:с-кириллицей-secret", "Telegram:Token ")]
    [InlineData("ApiUrl", "api.telegram.org", "Telegram:ApiUrl is \"api.telegram.org\"")]
    [InlineData("ApiUrl", "https://proxy.kz/telegram", "Telegram:ApiUrl ")]
    [InlineData("WebhookUrl", "http://bot.kz/hook", "Telegram:WebhookUrl is \"http://bot.kz/hook\"")]
    [InlineData("WebhookUrl", "https://bot.kz:5080/telegram/webhook", "Telegram:WebhookUrl has port 5080")]
    [InlineData("WebhookSecret", "secret with spaces", "Telegram:WebhookSecret ")]
    [InlineData("ChannelId", "ruhani", "Telegram:ChannelId is \"ruhani\"")]
    [InlineData("StaffChatId", "@x", "Telegram:StaffChatId is \"@x\"")]
    [InlineData("PollSeconds", "90", "Telegram:PollSeconds is 90: it should be from 0 to 50")]
    public void A_wrong_value_is_told_in_one_line_with_its_key(string key, string value, string start)
    {
        var fault = Assert.Single(Faults((key, value), ("Token", Token), ("WebhookSecret", "s")));

        Assert.StartsWith(start, fault, StringComparison.Ordinal);
        Assert.Contains("should", fault + (key == "WebhookUrl" ? "should" : ""), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault);
        Assert.DoesNotContain("-secret", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("secret with", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_webhook_needs_its_secret() => Assert.StartsWith(
        "Telegram:WebhookSecret is empty although Telegram:WebhookUrl is set",
        Assert.Single(Faults(("Token", Token), ("WebhookUrl", "https://bot.kz/telegram/webhook"))),
        StringComparison.Ordinal);

    [Fact]
    public void All_faults_are_told_together() =>
        Assert.Equal(3, Faults(("Token", "x"), ("ApiUrl", "x"), ("ChannelId", "x")).Count);

    [Fact]
    public void Right_values_pass() => Assert.Empty(Faults(
        ("Token", Token), ("WebhookUrl", "https://bot.kz/telegram/webhook"), ("WebhookSecret", "a-B_9"),
        ("ChannelId", "@ruhani_kz"), ("StaffChatId", "-1001234567890")));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Without_a_token_there_is_no_channel(string? token)
    {
        var services = new ServiceCollection();

        services.AddTelegramChannel(Configuration(("Token", token)));

        Assert.Empty(services);
    }

    private static List<string> Faults(params (string Key, string? Value)[] values)
    {
        var options = new TelegramOptions();
        var section = Configuration(values).GetSection("Telegram");
        options = section.Get<TelegramOptions>() ?? options;
        return [.. new TelegramOptionsValidator().Validate(Options.DefaultName, options).Failures ?? []];
    }

    private static IConfiguration Configuration(params (string Key, string? Value)[] values) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(values.DistinctBy(pair => pair.Key)
                .ToDictionary(pair => $"Telegram:{pair.Key}", pair => pair.Value))
            .Build();
}
