using Ruhani.Bot.Channels;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Channels;
using Ruhani.Bot.Tests.Support;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Tests.Turns;

/// <summary>Files on their way out: with their words, or ahead of them.</summary>
public sealed class FileReplyTests
{
    private static readonly (string Key, string Text)[] Keys =
    [
        ("a.text", "{text}"), ("common.choose", "Таңдау"), ("common.answer-by-number", "Нөмірін жазыңыз."),
        ("common.file-left-out", "Бұл желі мұны жеткізбейді: {name}."),
    ];

    private static readonly TextCatalog Texts = new(
        Languages.All.SelectMany(language => Keys.Select(row => (Key: (language, row.Key), row.Text)))
            .ToDictionary(row => row.Key, row => TextTemplate.Parse(row.Text)),
        new Dictionary<(Language, string), IReadOnlyList<string>>());

    private static readonly OutboxFile Permit = File("рұқсат.pdf", "application/pdf", 40_000);

    public static TheoryData<string> AllNetworks => ["Telegram", "WhatsApp", "WebChat"];

    [Theory]
    [MemberData(nameof(AllNetworks))]
    public void A_short_text_and_a_few_buttons_stand_under_the_file(string network)
    {
        var message = Assert.Single(Render(network, "Рұқсат дайын.", Permit, choices: 2));

        Assert.Equal((Permit, "Рұқсат дайын."), (message.File, Plain(message.Text)));
        Assert.Equal(2, message.Buttons.Sum(row => row.Count));
        Assert.Null(message.EditMessageId);
    }

    [Theory]
    [InlineData("Telegram")]
    [InlineData("WhatsApp")]
    public void A_long_text_follows_the_file(string network)
    {
        var messages = Render(network, new string('ә', 1500), Permit, choices: 2);

        Assert.Equal((Permit, "", 0), (messages[0].File, messages[0].Text, messages[0].Buttons.Count));
        Assert.All(messages.Skip(1), message => Assert.Null(message.File));
        Assert.Equal(1500, messages.Sum(message => message.Text.Length));
        Assert.NotEmpty(messages[^1].Buttons);
        Assert.Equal(["m", "m.1", "m.2"], messages.Select(message => message.Id).Concat(["m.2"]).Distinct().Take(3));
        Assert.Equal(messages.Select((_, i) => 10L + i), messages.Select(message => message.Order));
    }

    [Fact]
    public void A_list_follows_the_file()
    {
        var messages = Render("WhatsApp", "Тақырып", Permit, choices: 5);

        Assert.Equal((Permit, ""), (messages[0].File, messages[0].Text));
        Assert.Equal(("Тақырып", "Таңдау"), (messages[1].Text, messages[1].ListLabel));
    }

    [Fact]
    public void A_caption_counts_its_markup_where_the_network_counts_it()
    {
        var bold = new RichText.Builder().AddPlain(new string('ә', 1024), bold: true).Build();

        Assert.Single(Render("Telegram", bold, Permit));
        Assert.Equal(2, Render("WhatsApp", bold, Permit).Count);
    }

    [Theory]
    [InlineData("image/png", 1_000, true)]
    [InlineData("image/png", 6_000_000, false)]
    [InlineData("image/gif", 1_000, false)]
    public void A_picture_that_cannot_be_shown_goes_as_a_file(string mediaType, long size, bool isPicture)
    {
        var picture = File("диаграмма.png", mediaType, size) with { AsPicture = true };
        var takesAll = Networks.WhatsApp with
        {
            Files = Networks.WhatsApp.Files! with { MediaTypes = null, ShowsEveryPicture = false },
        };

        var message = Assert.Single(Render(takesAll, RichText.Plain("x"), picture));

        Assert.Equal(isPicture, message.File!.AsPicture);
    }

    [Theory]
    [InlineData("қор.zip", "application/zip", 1_000)]
    [InlineData("бейне.pdf", "application/pdf", 101L << 20)]
    public void A_file_the_network_does_not_take_is_named_instead(string name, string mediaType, long size)
    {
        var message = Assert.Single(Render("WhatsApp", "Дайын.", File(name, mediaType, size), choices: 1));

        Assert.Null(message.File);
        Assert.Equal($"Дайын.\n\nБұл желі мұны жеткізбейді: {name}.", message.Text);
        Assert.NotEmpty(message.Buttons);
    }

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(6_000_000, null)]
    public void Where_pictures_are_always_shown_one_is_shown_or_left_out(long size, bool? isPicture)
    {
        var message = Assert.Single(Render("WhatsApp", "x", File("макет.png", "image/png", size)));

        Assert.Equal(isPicture, message.File?.AsPicture);
    }

    [Fact]
    public void A_network_without_files_gets_words_only()
    {
        var message = Assert.Single(Render(
            Networks.Telegram with { Files = null }, RichText.Plain("Дайын."), Permit));

        Assert.Null(message.File);
        Assert.Contains("рұқсат.pdf", message.Text, StringComparison.Ordinal);
    }

    private static string Plain(string text) => text.Replace("\\", "", StringComparison.Ordinal);

    private static OutboxFile File(string name, string mediaType, long size) =>
        new(new FileReference(new string('a', 64), name, mediaType, size));

    private static List<OutboxMessage> Render(string network, string text, OutboxFile file, int choices = 0) =>
        Render(network, RichText.Plain(text), file, choices);

    private static List<OutboxMessage> Render(
        string network, RichText text, OutboxFile file, int choices = 0) => Render(
        network switch
        {
            "Telegram" => Networks.Telegram,
            "WhatsApp" => Networks.WhatsApp,
            _ => Networks.WebChat,
        },
        text,
        file,
        choices);

    private static List<OutboxMessage> Render(
        ChannelCapabilities network, RichText text, OutboxFile file, int choices = 0)
    {
        var offered = Enumerable.Range(0, choices)
            .Select(i => new Choice($"{i}", new ButtonToken("a", 1, "", $"t{i}")));
        var reply = new Reply(
            "a.text", TextArguments.Of(("text", text)), [.. offered], Language.Kazakh, Replaces: true)
        {
            File = file,
        };
        List<OutboxMessage> messages = [.. ReplyRenderer.Render(Texts, reply, network, new OutboxMessage
        {
            Id = "m",
            Conversation = OutboxBench.Chat("1"),
            Order = 10,
            Text = "",
            Language = "",
            EditMessageId = "5",
            CreatedAt = default,
            DueAt = default,
        })];
        Assert.All(messages, message => Assert.Empty(NetworkLimits.Broken(message, network)));
        return messages;
    }
}
