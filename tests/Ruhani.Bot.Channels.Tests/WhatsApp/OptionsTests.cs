using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Ruhani.Bot.Channels.WhatsApp;

namespace Ruhani.Bot.Channels.Tests.WhatsApp;

public sealed class OptionsTests
{
    [Fact]
    public void Without_credentials_the_channel_is_off()
    {
        var services = Services(("WhatsApp:ApiUrl", "https://graph.facebook.com/v27.0"), ("WhatsApp:AccessToken", " "));
        Assert.DoesNotContain(services, s => s.ServiceType == typeof(IChannel));
        Assert.True(new WhatsAppOptionsValidator().Validate(null, new WhatsAppOptions()).Succeeded);
    }

    [Fact]
    public void A_half_filled_section_names_each_missing_key_in_one_line_and_no_secret()
    {
        var problem = Problem(("WhatsApp:AccessToken", "EAAsecret"), ("WhatsApp:PhoneNumberId", "1"));
        Assert.Equal(
            "WhatsApp:AppSecret, WhatsApp:VerifyToken not set: "
            + "WhatsApp needs all of its four credentials, or none to be off",
            problem);
    }

    [Theory]
    [InlineData("WhatsApp:ApiUrl", "graph.facebook.com", "WhatsApp:ApiUrl is 'graph.facebook.com'")]
    [InlineData("WhatsApp:ApiUrl", "http://graph.facebook.com/v26.0", "https address")]
    [InlineData("WhatsApp:PhoneNumberId", "+7 717", "WhatsApp:PhoneNumberId is '+7 717'")]
    [InlineData("WhatsApp:Templates:announcement:kz", "office_news", "should be kk or ru")]
    [InlineData("WhatsApp:Templates:announcement:kk", "Office News", "'Office News'")]
    [InlineData("WhatsApp:Templates:announcement:kk", "news {{2}}", "with {{1}} after it")]
    public void A_wrong_value_names_its_key_and_what_it_should_hold(string key, string value, string part)
    {
        var problem = Problem([.. Right, (key, value)]);
        Assert.Contains(part, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("EAAsecret", problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem);
    }

    [Fact]
    public void A_right_section_is_taken() =>
        Assert.Equal("", Problem([.. Right, ("WhatsApp:Templates:a:ru", "news {{1}}")]));

    private static readonly (string Key, string Value)[] Right =
    [
        ("WhatsApp:AccessToken", "EAAsecret"), ("WhatsApp:PhoneNumberId", "1"), ("WhatsApp:AppSecret", "EAAsecret"),
        ("WhatsApp:VerifyToken", "EAAsecret"),
    ];

    private static string Problem(params (string Key, string Value)[] settings)
    {
        using var services = Services(settings).BuildServiceProvider();
        try
        {
            _ = services.GetRequiredService<IOptions<WhatsAppOptions>>().Value;
            return "";
        }
        catch (OptionsValidationException exception)
        {
            return exception.Message;
        }
    }

    private static ServiceCollection Services(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.GroupBy(s => s.Key).Select(s => KeyValuePair.Create(s.Key, (string?)s.Last().Value))).Build();
        var services = new ServiceCollection();
        services.AddWhatsAppChannel(configuration);
        return services;
    }
}
