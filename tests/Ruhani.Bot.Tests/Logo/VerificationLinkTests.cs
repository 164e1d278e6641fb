using Ruhani.Bot.Logo;

namespace Ruhani.Bot.Tests.Logo;

public sealed class VerificationLinkTests
{
    private const string Bot = "ruhani_bot";
    private const string Phone = "+7 (701) 000-00-01";
    private static readonly RequestNumber Number = new(1, 2027, 42);

    [Fact]
    public void What_is_built_is_read_as_ours()
    {
        Uri[] addresses = [VerificationLink.Telegram(Number, Bot), VerificationLink.WhatsApp(Number, Phone)];
        Assert.All(addresses, address => Assert.Equal(
            new VerificationReading(Number, IsMistyped: false, LeadsElsewhere: false),
            VerificationLink.Read(address.AbsoluteUri, Bot, Phone)));
    }

    [Theory]
    [InlineData("https://t.me/Ruhani_Bot?start=v_012027000425")]
    [InlineData("http://telegram.me/ruhani_bot?start=v_012027000425")]
    [InlineData("HTTPS://WA.ME/77010000001?text=RZ-01-2027-00042-5")]
    [InlineData("RZ-01-2027-00042-5")]
    public void Other_spellings_of_ours_are_ours(string payload) => Assert.Equal(
        new VerificationReading(Number, IsMistyped: false, LeadsElsewhere: false),
        VerificationLink.Read(payload, Bot, Phone));

    [Theory]
    [InlineData("https://t.me/ruhani_b0t?start=v_012027000425")]
    [InlineData("https://t.me.example.kz/ruhani_bot?start=v_012027000425")]
    [InlineData("https://example.kz/t.me/ruhani_bot?start=v_012027000425")]
    [InlineData("https://wa.me/77010000002?text=RZ-01-2027-00042-5")]
    [InlineData("tg://resolve?domain=other&start=v_012027000425")]
    public void A_true_number_in_a_foreign_address_is_noticed(string payload)
    {
        var reading = VerificationLink.Read(payload, Bot, Phone);
        Assert.Equal(Number, reading.Number);
        Assert.True(reading.LeadsElsewhere);
    }

    [Fact]
    public void A_number_with_a_slip_is_told_from_no_number()
    {
        Assert.True(VerificationLink.Read("RZ-01-2027-00042-6", Bot, Phone).IsMistyped);
        Assert.Equal(new VerificationReading(null, false, true), VerificationLink.Read("https://example.kz", Bot));
        Assert.Equal(default, VerificationLink.Read("  ", Bot, Phone));
        Assert.Equal(default, VerificationLink.Read(null));
    }
}
