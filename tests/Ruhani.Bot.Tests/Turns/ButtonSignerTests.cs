using System.Text;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Tests.Turns;

public sealed class ButtonSignerTests
{
    private static readonly ButtonToken Token = new("glossary", 3, "page", "letter", "Қ.2");
    private static readonly ConversationKey Chat = new("telegram", "1001");
    private readonly ButtonSigner _signer = new(new byte[32]);

    [Fact]
    public void What_was_signed_is_read_back()
    {
        Assert.Equal(Token, _signer.Verify(Chat, _signer.Sign(Chat, Token)));
        Assert.Equal(Encoding.UTF8.GetByteCount(_signer.Sign(Chat, Token)), ButtonSigner.WireLength(Token));
        var bare = new ButtonToken("menu", 1, "", "start");
        Assert.Equal(bare, _signer.Verify(Chat, _signer.Sign(Chat, bare)));
    }

    [Fact]
    public void Any_changed_character_is_noticed()
    {
        var wire = _signer.Sign(Chat, Token);
        for (var i = 0; i < wire.Length; i++)
        {
            var forged = string.Concat(wire.AsSpan(0, i), wire[i] == 'x' ? "y" : "x", wire.AsSpan(i + 1));
            Assert.Null(_signer.Verify(Chat, forged));
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
    public void Nonsense_is_no_token(string wire) => Assert.Null(_signer.Verify(Chat, wire));

    [Fact]
    public void Another_bot_s_button_is_not_obeyed()
    {
        var other = new ButtonSigner([.. Enumerable.Repeat((byte)7, 32)]);
        Assert.Null(_signer.Verify(Chat, other.Sign(Chat, Token)));
        Assert.Null(_signer.Verify(Chat, _signer.Sign(Chat, Token) + new string('x', 1000)));
    }

    [Theory]
    [InlineData("telegram", "1002")]
    [InlineData("telegram", "100")]
    [InlineData("telegram", "-1001")]
    [InlineData("whatsapp", "1001")]
    [InlineData("telegram", "1001glossary~3~page~letter~Қ.2")]
    public void A_button_is_good_for_its_own_conversation_only(string channel, string chat)
    {
        var elsewhere = new ConversationKey(channel, chat);
        Assert.Null(_signer.Verify(elsewhere, _signer.Sign(Chat, Token)));
        Assert.Equal(Token, _signer.Verify(elsewhere, _signer.Sign(elsewhere, Token)));
    }

    [Fact]
    public void A_conversation_of_any_length_is_signed_for()
    {
        var chat = new ConversationKey("botframework", new string('ғ', 2000));
        Assert.Equal(Token, _signer.Verify(chat, _signer.Sign(chat, Token)));
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
