using System.Text.Json;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Channels;
using Ruhani.Bot.Testing.Turns;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Tests.Turns;

public sealed class TriggerResolverTests
{
    private static readonly Sender Nobody = new("telegram:0");
    private static readonly Attachment File = new("f1", "план.pdf", "application/pdf", 1);

    [Theory]
    [InlineData("", "пришло пустым")]
    [InlineData("  \r\n\t ", "пришло пустым")]
    [InlineData("🎉🎉", "Не нашёл слов")]
    [InlineData("👍🏽", "Не нашёл слов")]
    [InlineData("?!…", "Не нашёл слов")]
    [InlineData("\u200B\u200D\uFEFF", "Не нашёл слов")]
    [InlineData("\u200F\u202E\u2066", "Не нашёл слов")]
    [InlineData("\uD83D", "Не нашёл слов")]
    public async Task A_text_without_words_is_answered_kindly(string text, string expected)
    {
        using var bot = await KnownPersonAsync();
        var reply = Assert.Single(await bot.SayAsync(text));
        Assert.Contains(expected, reply.Text, StringComparison.Ordinal);
        Assert.Empty(await bot.RecordsAsync(DocumentKind.Question));
    }

    [Fact]
    public async Task A_text_of_ten_thousand_characters_is_answered_with_the_limit()
    {
        using var bot = await KnownPersonAsync();
        var reply = Assert.Single(await bot.SayAsync(string.Concat(Enumerable.Repeat("сөз ", 2500))));
        Assert.Contains("1000", reply.Text, StringComparison.Ordinal);
        Assert.Empty(await bot.RecordsAsync(DocumentKind.Question));
        Assert.NotEmpty(await bot.SayAsync(new string('я', 1000)));
    }

    public static TheoryData<Activity, string> Kinds => new()
    {
        {
            new PhotoActivity
            {
                Id = "", Conversation = default, From = Nobody, At = default, Photo = File,
            },
            "Картинки"
        },
        {
            new PhotoActivity
            {
                Id = "", Conversation = default, From = Nobody, At = default, Photo = File, Caption = "  ",
            },
            "Картинки"
        },
        {
            new FileActivity
            {
                Id = "", Conversation = default, From = Nobody, At = default, File = File,
            },
            "Файлы"
        },
        {
            new VoiceActivity
            {
                Id = "", Conversation = default, From = Nobody, At = default, Voice = File,
            },
            "Голосовые"
        },
        {
            new LocationActivity
            {
                Id = "", Conversation = default, From = Nobody, At = default, Latitude = 51, Longitude = 71,
            },
            "Геолокация"
        },
        {
            new ContactActivity
            {
                Id = "", Conversation = default, From = Nobody, At = default, Phone = "+7701",
            },
            "не сохранён"
        },
        {
            new UnsupportedActivity
            {
                Id = "", Conversation = default, From = Nobody, At = default, What = "sticker",
            },
            "такого вида"
        },
    };

    [Theory]
    [MemberData(nameof(Kinds), DisableDiscoveryEnumeration = true)]
    public async Task What_can_t_be_read_is_answered_kindly(Activity activity, string expected)
    {
        using var bot = await KnownPersonAsync();
        var reply = Assert.Single(await bot.SendAsync(activity));
        Assert.Contains(expected, reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caption_is_read_as_a_question()
    {
        using var bot = await KnownPersonAsync();
        var photo = new PhotoActivity
        {
            Id = "",
            Conversation = default,
            From = default!,
            At = default,
            Photo = File,
            Caption = "Национальный код",
        };
        Assert.Contains("<b>Национальный код</b>", (await bot.SendAsync(photo)).AllText(), StringComparison.Ordinal);
        var file = new FileActivity
        {
            Id = "",
            Conversation = default,
            From = default!,
            At = default,
            File = File,
            Caption = "код нации",
        };
        Assert.Contains("<b>Национальный код</b>", (await bot.SendAsync(file)).AllText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("weather", true, 0)]
    [InlineData("weather", false, 1)]
    [InlineData("menu", true, 1)]
    public async Task An_unknown_command_is_answered_in_private_only(string name, bool isGroup, int replies)
    {
        using var bot = await KnownPersonAsync();
        var command = TurnRunnerTests.Command(name) with { IsGroup = isGroup };
        Assert.Equal(replies, (await bot.SendAsync(command)).Count);
    }

    [Theory]
    [InlineData("меню")]
    [InlineData("мәзір")]
    [InlineData("mazir")]
    public async Task A_command_may_be_typed_in_the_person_s_own_words(string name)
    {
        using var bot = await KnownPersonAsync();
        Assert.Contains("Глоссарий", (await bot.CommandAsync(name)).Labels());
    }

    [Theory]
    [InlineData("  ПРОЕКТЫ!  ")]
    [InlineData("\u200Fпроекты\u200E")]
    [InlineData("про\u00ADек\u200Bты")]
    public async Task Case_marks_and_invisible_characters_do_not_hide_a_phrase(string text)
    {
        using var bot = await KnownPersonAsync();
        Assert.Contains("семь специальных проектов", (await bot.SayAsync(text)).AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decomposed_letter_is_still_that_letter()
    {
        using var bot = await KnownPersonAsync();
        var text = "терминдер сөздігі".Normalize(System.Text.NormalizationForm.FormD);
        Assert.Contains("әріптен", (await bot.SayAsync(text)).AllText(), StringComparison.Ordinal);
        text = "добрый день".Normalize(System.Text.NormalizationForm.FormD);
        Assert.Contains("Здравствуйте", (await bot.SayAsync(text)).AllText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2")]
    [InlineData(" 2. ")]
    [InlineData("2)")]
    [InlineData("СПЕЦПРОЕКТЫ")]
    [InlineData("спецпроекты.")]
    public async Task A_choice_is_made_by_its_number_or_its_words(string text)
    {
        using var bot = await KnownPersonAsync();
        await bot.CommandAsync("menu");
        Assert.Contains("семь специальных проектов", (await bot.SayAsync(text)).AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_is_still_there_after_a_reply_that_offers_none()
    {
        using var bot = await KnownPersonAsync();
        await bot.CommandAsync("projects");
        await bot.SayAsync("спасибо");
        Assert.Contains("100 новых учебников", (await bot.SayAsync("1")).AllText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ү", "Үшінші")]
    [InlineData("ұ", "Ұлттық код")]
    [InlineData("К", "Қ")]
    public async Task A_typed_letter_is_the_very_letter_before_it_is_its_twin(string letter, string expected)
    {
        using var bot = new TestBot { Hint = "kk" };
        await bot.SayAsync("глоссарий");
        var labels = (await bot.SayAsync(letter)).Labels();
        Assert.Contains(labels, label => label.StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_number_means_the_list_that_shows_numbers()
    {
        // First contact: the letters, more than a list holds, come numbered, the languages as buttons beneath.
        using var bot = new TestBot(Networks.WhatsApp);
        var replies = await bot.SayAsync("словарь");
        Assert.Contains("2. Е", replies[0].Text, StringComparison.Ordinal);
        Assert.Equal(["Русский", "Қазақша", "Qazaqşa (latyn)"], replies.Labels());
        Assert.Contains("на букву *Е*", (await bot.SayAsync("2")).AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_foreign_or_outdated_button_gets_a_polite_answer()
    {
        using var bot = await KnownPersonAsync();
        var other = new ButtonSigner([.. Enumerable.Repeat((byte)1, 32)]);
        string[] tokens =
        [
            "", "garbage", "ask~1~card~more~programme.about~AAAAAAAA",
            other.Sign(new ConversationKey("telegram", "1"), new ButtonToken("menu", 1, "", "start")),
            bot.Sign(new ButtonToken("menu", 0, "", "start")),
            bot.Sign(new ButtonToken("gone", 1, "", "start")),
            bot.Sign(new ButtonToken("menu", 1, "gone", "start")),
            bot.Sign(new ButtonToken("ask", 1, "card", "gone", "programme.about")),
            bot.Sign(new ButtonToken("ask", 1, "card", "start", "programme.about")),
            bot.Sign(new ButtonToken("ask", 1, "card", "more", "no.such-entry")),
            bot.Sign(new ButtonToken("ask", 1, "card", "yes", "no.such-entry")),
        ];
        foreach (var token in tokens)
        {
            var reply = Assert.Single(await bot.PressAsync(token));
            Assert.Contains("Эта кнопка устарела", reply.Text, StringComparison.Ordinal);
            Assert.Null(reply.EditMessageId);
        }

        Assert.Empty(await bot.RecordsAsync(DocumentKind.Feedback));
    }

    [Fact]
    public async Task A_button_pressed_in_another_chat_than_its_own_gets_the_polite_answer()
    {
        using var bot = await KnownPersonAsync();
        var card = await bot.SayAsync("Национальный код");
        await bot.CommandAsync("start", chat: "2");

        var answer = Assert.Single(await bot.PressAsync(card.Token("Подробнее"), chat: "2"));

        Assert.Contains("Эта кнопка устарела", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "устарела", (await bot.PressAsync(card.Token("Подробнее"))).AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anybody_in_a_group_may_press_its_buttons()
    {
        using var bot = await KnownPersonAsync();
        var question = new TextActivity
        {
            Id = "",
            Conversation = default,
            From = Nobody,
            At = default,
            IsGroup = true,
            Text = "Национальный код",
        };
        var card = await bot.SendAsync(question, "-100");
        var press = new ButtonActivity
        {
            Id = "",
            Conversation = default,
            From = Nobody,
            At = default,
            Token = card.Token("Подробнее"),
        };

        Assert.Contains("Национальный код", (await bot.SendAsync(press, "-100")).AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_of_an_old_message_still_does_what_it_said()
    {
        using var bot = await KnownPersonAsync();
        var card = await bot.SayAsync("Национальный код");
        await bot.CommandAsync("projects");
        bot.Time.Advance(TimeSpan.FromDays(300));
        Assert.Contains(
            "Национальный код", (await bot.PressAsync(card.Token("Подробнее"))).AllText(), StringComparison.Ordinal);
    }

    private static async Task<TestBot> KnownPersonAsync()
    {
        var bot = new TestBot();
        await bot.Store.CommitAsync(
            new Commit
            {
                At = bot.Time.GetUtcNow(),
                Documents =
                [
                    new DocumentWrite(new StoredDocument(
                        DocumentKind.Person,
                        "telegram:1",
                        1,
                        JsonSerializer.Serialize(new Person { Language = "ru" }, StateJson.Stored.Person))),
                ],
            },
            TestContext.Current.CancellationToken);
        return bot;
    }
}
