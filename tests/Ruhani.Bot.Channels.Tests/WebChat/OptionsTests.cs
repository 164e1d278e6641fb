using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Ruhani.Bot.Channels.WebChat;

namespace Ruhani.Bot.Channels.Tests.WebChat;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("TokenMinutes", "0", "WebChat:TokenMinutes is 0; give a number from 1 to 1440.")]
    [InlineData("AllowedOrigins:0", "example.kz", "WebChat:AllowedOrigins holds 'example.kz'")]
    [InlineData("AllowedOrigins:0", "https://example.kz/page", "WebChat:AllowedOrigins holds")]
    [InlineData("BotFramework:AppId", "x", "WebChat:BotFramework is half filled")]
    [InlineData("BotFramework:LoginUrl", "http://example.kz", "WebChat:BotFramework:LoginUrl is 'http://example.kz'")]
    public void A_wrong_value_stops_with_one_line_that_names_it(string key, string value, string line)
    {
        var error = Assert.Throws<OptionsValidationException>(() => Read(key, value));

        Assert.StartsWith(line, Assert.Single(error.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_secret_is_refused_without_being_shown()
    {
        var error = Assert.Throws<OptionsValidationException>(() => Read("Secret", "hunter2"));

        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_defaults_are_valid() => Assert.True(Read("Demo", "true").Enabled);

    [Fact]
    public void Nothing_is_there_when_it_is_off()
    {
        var services = Services("Enabled", "false");

        Assert.Empty(services.BuildServiceProvider().GetServices<IChannel>());
    }

    private static WebChatOptions Read(string key, string value) =>
        Services(key, value).BuildServiceProvider().GetRequiredService<IOptions<WebChatOptions>>().Value;

    private static ServiceCollection Services(string key, string value)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create($"WebChat:{key}", (string?)value)]).Build();
        var services = new ServiceCollection();
        services.AddWebChatChannel(configuration);
        return services;
    }
}
