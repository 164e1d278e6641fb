using System.Text;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Tests.Turns;

public sealed class ButtonSignerTests
{
    private static readonly ButtonToken Token = new("glossary", 3, "page", "letter", "Қ.2");
    private readonly ButtonSigner _signer = new(new byte[32]);

    [Fact]
    public void What_was_signed_is_read_back()
    {
        Assert.Equal(Token, _signer.Verify(_signer.Sign(Token)));
        Assert.Equal(Encoding.UTF8.GetByteCount(_signer.Sign(Token)), ButtonSigner.WireLength(Token));
        var bare = new ButtonToken("menu", 1, "", "start");
        Assert.Equal(bare, _signer.Verify(_signer.Sign(bare)));
    }

    [Fact]
    public void Any_changed_character_is_noticed()
    {
        var wire = _signer.Sign(Token);
        for (var i = 0; i < wire.Length; i++)
        {
            var forged = string.Concat(wire.AsSpan(0, i), wire[i] == 'x' ? "y" : "x", wire.AsSpan(i + 1));
            Assert.Null(_signer.Verify(forged));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("~")]
    [InlineData("hello")]
    [InlineData("~~~~~~~~~~~~~~~")]
    [InlineData("a~1~b~c~d~AAAAAAAA")]
    [InlineData("a~1~b~c~d~ққққққққ")]
    [InlineData("\0\uD800")]
    public void Nonsense_is_no_token(string wire) => Assert.Null(_signer.Verify(wire));

    [Fact]
    public void Another_bot_s_button_is_not_obeyed()
    {
        var other = new ButtonSigner([.. Enumerable.Repeat((byte)7, 32)]);
        Assert.Null(_signer.Verify(other.Sign(Token)));
        Assert.Null(_signer.Verify(_signer.Sign(Token) + new string('x', 1000)));
    }

    [Theory]
    [InlineData("a~1~b~c")]
    [InlineData("a~1~b~c~d~e")]
    [InlineData("a~-1~b~c~d")]
    [InlineData("a~one~b~c~d")]
    public void A_token_of_another_shape_is_none(string text) => Assert.Null(ButtonToken.Decode(text));

    [Fact]
    public void A_short_key_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ButtonSigner(new byte[15]));
}
