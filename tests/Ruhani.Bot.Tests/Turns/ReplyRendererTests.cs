using Ruhani.Bot.Channels;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Testing.Channels;
using Ruhani.Bot.Tests.Support;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Tests.Turns;

public sealed class ReplyRendererTests
{
    private static readonly (string Key, string Text)[] Keys =
        [("a.text", "{text}"), ("common.choose", "Таңдау"), ("common.answer-by-number", "Нөмірін жазыңыз.")];

    private static readonly TextCatalog Texts = new(
        Languages.All.SelectMany(language => Keys.Select(row => (Key: (language, row.Key), row.Text)))
            .ToDictionary(row => row.Key, row => TextTemplate.Parse(row.Text)),
        new Dictionary<(Language, string), IReadOnlyList<string>>());


    public static TheoryData<int, string> Cases => new(
        from seed in Enumerable.Range(1, 100)
        from network in new[] { "Telegram", "WhatsApp", "WebChat" }
        select (seed, network));

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Every_message_keeps_the_network_s_limits_and_every_choice_is_there(int seed, string network)
    {
        var capabilities = Network(network);
        var random = new Random(seed);
        var text = RandomText.Create(random, random.Next(1, 900));
        var choices = Enumerable.Range(0, random.Next(0, 16))
            .Select(i => new Choice($"{i} {Label(random)}", new ButtonToken("ask", 1, "card", "more", $"e.{i}@kk")))
            .ToList();

        var messages = Render(text, choices, capabilities);

        Assert.All(messages, message => Limits(message, capabilities));
        Assert.Equal(messages.Select((_, i) => 10L + i), messages.Select(message => message.Order));
        Assert.Equal(messages.Count, messages.Select(message => message.Id).Distinct().Count());
        Assert.All(messages.SkipLast(1), message => Assert.Empty(message.Buttons));
        var tokens = messages[^1].Buttons.SelectMany(row => row).Select(button => ButtonToken.Decode(button.Token)!);
        if (ReplyRenderer.IsNumbered(choices, capabilities))
        {
            Assert.Empty(tokens);
            var shown = string.Concat(
                messages.Select(message => message.Text + "\n")).Replace("\\", "", StringComparison.Ordinal);
            Assert.All(
                choices.Index(),
                row => Assert.Contains($"{row.Index + 1}. {row.Item.Label}", shown, StringComparison.Ordinal));
        }
        else
        {
            Assert.Equal(choices.Select(choice => choice.Token), tokens);
        }
    }

    [Fact]
    public void Choices_become_buttons_then_a_list_then_numbers()
    {
        var whatsApp = Networks.WhatsApp;
        Assert.Null(Render(3, "Иә", whatsApp).ListLabel);
        Assert.Equal(3, Render(3, "Иә", whatsApp).Buttons.Sum(row => row.Count));
        var long1 = Render(1, "Туған жерге деген сүйіспеншілік жобасы", whatsApp);
        Assert.Equal("Таңдау", long1.ListLabel);
        Assert.Equal("0 Туған жерге деген…", long1.Buttons[0][0].Label);
        Assert.Equal("0 Туған жерге деген сүйіспеншілік жобасы", long1.Buttons[0][0].Description);
        Assert.Equal(10, Render(10, "Иә", whatsApp).Buttons.Count);
        var numbers = Render(11, "Иә", whatsApp);
        Assert.Empty(numbers.Buttons);
        Assert.EndsWith("11. 10 Иә\n\nНөмірін жазыңыз.", numbers.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void In_latin_a_label_is_measured_as_it_is_shown()
    {
        var choice = new Choice("Ұлттық цифрлық чек", new ButtonToken("a", 1, "", "t"));
        var own = new Choice("Қазақша", new ButtonToken("a", 1, "", "k"), KeepsLetters: true);
        var reply = new Reply(
            "a.text", Text(RichText.Parse("**Жоба** туралы")), [choice, own], Language.Kazakh, false, Script.Latin);
        var network = Networks.WhatsApp with { MaxButtonLabel = 18, MaxRowLabel = 19 };

        var message = Assert.Single(ReplyRenderer.Render(Texts, reply, network, Envelope()));

        Assert.Equal("*Joba* turaly", message.Text);
        Assert.Equal("Tañdau", message.ListLabel);
        Assert.Equal("Ūlttyq tsifrlyq…", message.Buttons[0][0].Label);
        Assert.Equal("Ūlttyq tsifrlyq chek", message.Buttons[0][0].Description);
        Assert.Equal("Қазақша", message.Buttons[1][0].Label);
        var russian = reply with { Language = Language.Russian };
        Assert.Equal("*Жоба* туралы", ReplyRenderer.Render(Texts, russian, network, Envelope()).Single().Text);
    }

    [Fact]
    public void A_label_too_long_for_a_network_without_lists_is_shortened_not_turned_into_numbers()
    {
        var message = Render(2, new string('ж', 90), Networks.Telegram);
        Assert.Equal(2, message.Buttons.Sum(row => row.Count));
        Assert.All(
            message.Buttons.SelectMany(row => row),
            button => Assert.EndsWith("…", button.Label, StringComparison.Ordinal));
    }

    [Fact]
    public void Letters_share_rows_of_six_short_words_of_two_long_ones_stand_alone()
    {
        int[] Widths(params string[] labels) =>
        [
            .. Render(
                RichText.Plain("x"),
                [.. labels.Select(label => new Choice(label, new ButtonToken("a", 1, "", "start")))],
                Networks.Telegram)[0]
                .Buttons.Select(row => row.Count),
        ];
        Assert.Equal([6, 6, 1], Widths([.. "АӘБВГҒДЕЖЗИЙК".Select(c => c.ToString())]));
        Assert.Equal([2, 1, 2], Widths("Көмек", "Бас мәзір", "Қазақ тіліндегі оқулық", "Артқа", "Иә"));
    }

    [Fact]
    public void Only_a_reply_of_one_page_takes_the_place_of_the_message_before()
    {
        var envelope = Envelope() with { EditMessageId = "5" };
        OutboxMessage[] Sent(int words, bool replaces) =>
        [
            .. ReplyRenderer.Render(
                Texts,
                new Reply("a.text", Text(RandomText.Create(new Random(1), words)), [], Language.Kazakh, replaces),
                Networks.Telegram,
                envelope),
        ];
        Assert.Equal("5", Assert.Single(Sent(10, true)).EditMessageId);
        Assert.Null(Assert.Single(Sent(10, false)).EditMessageId);
        Assert.All(Sent(2000, true), message => Assert.Null(message.EditMessageId));
    }

    private static string Label(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.Next(5) == 0 ? " 😀" : "сөз "))
            .Trim();

    private static TextArguments Text(RichText text) => TextArguments.Of(("text", text));

    private static ChannelCapabilities Network(string name) => name switch
    {
        "Telegram" => Networks.Telegram,
        "WhatsApp" => Networks.WhatsApp,
        _ => Networks.WebChat,
    };

    private static OutboxMessage Envelope() => new()
    {
        Id = "m",
        Conversation = OutboxBench.Chat("1"),
        Order = 10,
        Text = "",
        Language = "",
        CreatedAt = default,
        DueAt = default,
    };

    private static OutboxMessage Render(int choices, string label, ChannelCapabilities capabilities) =>
        Assert.Single(Render(
        RichText.Plain("x"),
        [.. Enumerable.Range(0, choices).Select(i => new Choice($"{i} {label}", new ButtonToken("a", 1, "", $"t{i}")))],
        capabilities));

    private static List<OutboxMessage> Render(
        RichText text, IReadOnlyList<Choice> choices, ChannelCapabilities capabilities) =>
    [
        .. ReplyRenderer.Render(
            Texts, new Reply("a.text", Text(text), choices, Language.Kazakh, false), capabilities, Envelope()),
    ];

    private static void Limits(OutboxMessage message, ChannelCapabilities capabilities) =>
        Assert.Empty(NetworkLimits.Broken(message, capabilities));
}
