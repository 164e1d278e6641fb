using System.Text;
using Ruhani.Bot.Channels.WhatsApp;

namespace Ruhani.Bot.Channels.Tests.WhatsApp;

public sealed class SignatureTests
{
    // Computed with: printf '%s' '{"body":"\u0430\/b"}' | openssl dgst -sha256 -hmac s3cret
    private const string Body = """{"body":"\u0430\/b"}""";
    private const string Right = "67ac9f5a99a83c14385bd824c1339ad54fbe9127cca04f3376554e5fb64717a6";

    [Theory]
    [InlineData("sha256=" + Right, true)]
    [InlineData(Right, false)]
    [InlineData("sha1=" + Right, false)]
    [InlineData("sha256=" + Right + "00", false)]
    [InlineData("sha256=zz", false)]
    [InlineData("sha256=", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_the_signature_of_these_very_bytes_is_taken(string? header, bool isValid) =>
        Assert.Equal(isValid, WhatsAppSignature.IsValid(header, Encoding.UTF8.GetBytes(Body), "s3cret"));

    [Fact]
    public void The_same_json_written_otherwise_does_not_match() =>
        Assert.False(WhatsAppSignature.IsValid("sha256=" + Right, """{"body":"а/b"}"""u8, "s3cret"));

    [Fact]
    public void Another_secret_does_not_match() =>
        Assert.False(WhatsAppSignature.IsValid("sha256=" + Right, Encoding.UTF8.GetBytes(Body), "S3cret"));
}
