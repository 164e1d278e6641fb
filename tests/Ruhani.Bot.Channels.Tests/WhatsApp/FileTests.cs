using System.Text;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Testing.WhatsApp;

namespace Ruhani.Bot.Channels.Tests.WhatsApp;

public sealed class FileTests
{
    private const string Phone = "77010000001";
    private static readonly byte[] Pdf = Encoding.UTF8.GetBytes("%PDF-1.7 рұқсат");
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_goes_out_with_its_name_and_its_words()
    {
        await using var bot = await StartAsync();
        var message = await WithFileAsync(bot, "RZ-01-2027 – Рұқсат.pdf", Pdf, "*Рұқсат* дайын");

        Assert.IsType<DeliveryOutcome.Sent>(await bot.SendAsync(message));

        var sent = await bot.Server.NextSentAsync(Cancel);
        Assert.Equal(("document", "*Рұқсат* дайын", message.Id), (sent.Type, sent.Text, sent.CallbackData));
        Assert.Equal("RZ-01-2027 – Рұқсат.pdf", (string?)sent.Media!["filename"]);
        Assert.Equal(Pdf, bot.Server.Media.Find((string)sent.Media["id"]!)!.Bytes);
        Assert.Equal("application/pdf", bot.Server.Media.Find((string)sent.Media["id"]!)!.MediaType);
    }

    [Fact]
    public async Task Buttons_stand_under_the_document_and_a_press_comes_back()
    {
        await using var bot = await StartAsync();
        var user = bot.Server.AddUser("Айгүл", Phone);
        var message = await WithFileAsync(bot, "а.pdf", Pdf, "Рұқсат") with
        {
            Buttons = [[new("Тексеру", "t.verify")], [new("Болдырмау", "t.cancel")]],
        };

        Assert.IsType<DeliveryOutcome.Sent>(await bot.SendAsync(message));

        var sent = await bot.Server.NextSentAsync(Cancel);
        Assert.Equal(("interactive", "Рұқсат"), (sent.Type, sent.Text));
        Assert.Equal("а.pdf", (string?)sent.Media!["filename"]);
        Assert.Null(sent.Media["caption"]);
        await user.PressAsync(sent, 1, Cancel);
        Assert.Equal("t.verify", Assert.IsType<ButtonActivity>(Assert.Single(bot.Turns.Committed)).Token);
    }

    [Fact]
    public async Task A_picture_is_shown_and_has_no_file_name()
    {
        await using var bot = await StartAsync();
        var message = await WithFileAsync(bot, "диаграмма.png", Png, "", asPicture: true);

        Assert.IsType<DeliveryOutcome.Sent>(await bot.SendAsync(message));

        var sent = await bot.Server.NextSentAsync(Cancel);
        Assert.Equal("image", sent.Type);
        Assert.Equal(["id"], sent.Media!.AsObject().Select(pair => pair.Key));
    }

    [Fact]
    public async Task A_table_goes_out_as_text_which_is_all_that_WhatsApp_knows()
    {
        await using var bot = await StartAsync();
        var message = await WithFileAsync(bot, "қонақтар.csv", "Аты;Тегі"u8.ToArray(), "Тізім");

        Assert.IsType<DeliveryOutcome.Sent>(await bot.SendAsync(message));

        var sent = await bot.Server.NextSentAsync(Cancel);
        Assert.Equal("қонақтар.csv", (string?)sent.Media!["filename"]);
        Assert.Equal("text/plain", bot.Server.Media.Find((string)sent.Media["id"]!)!.MediaType);
    }

    [Fact]
    public async Task A_file_for_many_is_uploaded_once_until_WhatsApp_forgets_it()
    {
        await using var bot = await StartAsync();
        var message = await WithFileAsync(bot, "а.pdf", Pdf, "бір");
        await bot.SendAsync(message);
        await bot.SendAsync(message with { Id = "test/2" });
        Assert.Equal(1, bot.Server.Media.Uploads);

        bot.Server.Media.Delete((string)(await bot.Server.NextSentAsync(Cancel)).Media!["id"]!);
        Assert.IsType<DeliveryOutcome.Sent>(await bot.SendAsync(message with { Id = "test/3" }));
        Assert.Equal(2, bot.Server.Media.Uploads);

        bot.Time.Advance(TimeSpan.FromDays(29));
        Assert.IsType<DeliveryOutcome.Sent>(await bot.SendAsync(message with { Id = "test/4" }));
        Assert.Equal(3, bot.Server.Media.Uploads);
    }

    [Fact]
    public async Task Outside_the_window_a_template_announces_the_file_and_the_file_waits()
    {
        await using var bot = await StartAsync(("WhatsApp:Templates:reply:kk", "answer_ready {{1}}"));
        bot.Server.Templates.Approve("answer_ready", "kk", "Жауап: {{1}} Бізге жазыңыз.");
        var message = await WithFileAsync(bot, "а.pdf", Pdf, "Рұқсат дайын");

        Assert.IsType<DeliveryOutcome.Held>(await bot.SendAsync(message, lastInboundAt: null));

        // What becomes of the announcement is not the message's own delivery.
        var sent = await bot.Server.NextSentAsync(Cancel);
        Assert.Equal(("answer_ready", "Рұқсат дайын", null), (sent.Template, sent.Text, sent.CallbackData));
        Assert.Equal(0, bot.Server.Media.Uploads);
        Assert.IsType<DeliveryOutcome.Sent>(await bot.SendAsync(message));
        Assert.Equal("document", (await bot.Server.NextSentAsync(Cancel)).Type);
    }

    [Fact]
    public async Task A_file_without_words_announces_nothing()
    {
        await using var bot = await StartAsync(("WhatsApp:Templates:reply:kk", "answer_ready {{1}}"));
        bot.Server.Templates.Approve("answer_ready", "kk", "Жауап: {{1}} Бізге жазыңыз.");

        var outcome = await bot.SendAsync(await WithFileAsync(bot, "а.pdf", Pdf, ""), lastInboundAt: null);

        Assert.IsType<DeliveryOutcome.Held>(outcome);
        Assert.Empty(bot.Server.Requests);
    }

    [Fact]
    public async Task What_can_never_go_is_set_aside_before_anything_is_sent()
    {
        await using var bot = await StartAsync();
        var archive = await WithFileAsync(bot, "қор.zip", [0x50, 0x4B, 3, 4, 0, 0], "x");
        var list = await WithFileAsync(bot, "а.pdf", Pdf, "x") with
        {
            ListLabel = "Таңдау",
            Buttons = [[new("1", "a")]],
        };
        var gone = await WithFileAsync(bot, "б.pdf", "%PDF-1.4"u8.ToArray(), "x");
        await bot.Files.DeleteAsync(gone.File!.File.Id, Cancel);

        foreach (var message in (OutboxMessage[])[archive, list, gone])
        {
            Assert.IsType<DeliveryOutcome.Rejected>(await bot.SendAsync(message));
        }

        Assert.Empty(bot.Server.Requests);
    }

    [Fact]
    public async Task Faults_while_uploading_are_what_they_would_be_while_sending()
    {
        await using var bot = await StartAsync();
        var message = await WithFileAsync(bot, "а.pdf", Pdf, "x");
        bot.Server.BreakMedia(new WhatsAppFault.Dropped());
        bot.Server.BreakMedia(new WhatsAppFault.Refused(130429));
        bot.Server.BreakMedia(new WhatsAppFault.Refused(190));

        Assert.IsType<DeliveryOutcome.Retry>(await bot.SendAsync(message));
        Assert.Equal(
            RetryScope.Channel, Assert.IsType<DeliveryOutcome.Retry>(await bot.SendAsync(message)).Scope);
        Assert.IsType<DeliveryOutcome.Halted>(await bot.SendAsync(message));
        Assert.IsType<DeliveryOutcome.Sent>(await bot.SendAsync(message));
    }

    [Fact]
    public async Task What_a_person_sent_is_fetched_with_the_token()
    {
        await using var bot = await StartAsync();
        var id = bot.Server.Media.Add(Pdf, "application/pdf", fromPerson: true);

        var fetched = Assert.IsType<FileFetch.Fetched>(await OpenAsync(bot, id));

        using var read = new MemoryStream();
        await using (fetched.Content)
        {
            await fetched.Content.CopyToAsync(read, Cancel);
        }

        Assert.Equal(Pdf.Length, fetched.Size);
        Assert.Equal(Pdf, read.ToArray());
    }

    [Fact]
    public async Task After_seven_days_it_has_to_be_sent_again()
    {
        await using var bot = await StartAsync();
        var id = bot.Server.Media.Add(Pdf, "application/pdf", fromPerson: true);
        bot.Time.Advance(TimeSpan.FromDays(7));

        Assert.IsType<FileFetch.Expired>(await OpenAsync(bot, id));
        Assert.IsType<FileFetch.Expired>(await OpenAsync(bot, "../../me?x=1"));
    }

    [Theory]
    [InlineData("look-up 190", typeof(FileFetch.Unavailable))]
    [InlineData("look-up 131052", typeof(FileFetch.Expired))]
    [InlineData("look-up 131008", typeof(FileFetch.Refused))]
    [InlineData("look-up dropped", typeof(FileFetch.Unavailable))]
    [InlineData("download 500", typeof(FileFetch.Unavailable))]
    [InlineData("download 404", typeof(FileFetch.Expired))]
    [InlineData("download dropped", typeof(FileFetch.Unavailable))]
    public async Task Every_way_to_fail_has_its_outcome(string fault, Type expected)
    {
        await using var bot = await StartAsync();
        var id = bot.Server.Media.Add(Pdf, "application/pdf", fromPerson: true);
        var (what, how) = (fault.Split(' ')[0], fault.Split(' ')[1]);
        if (what == "download")
        {
            bot.Server.BreakMedia(new WhatsAppFault.None());
        }

        bot.Server.BreakMedia(how switch
        {
            "dropped" => new WhatsAppFault.Dropped(),
            "500" or "404" => new WhatsAppFault.Bare(int.Parse(how, null)),
            var code => new WhatsAppFault.Refused(int.Parse(code, null)),
        });

        Assert.IsType(expected, await OpenAsync(bot, id));
    }

    private static async Task<WhatsAppBot> StartAsync(params (string Key, string Value)[] settings)
    {
        var bot = await WhatsAppBot.StartAsync(settings);
        bot.Server.AddUser("Айгүл", Phone);
        return bot;
    }

    private static async Task<OutboxMessage> WithFileAsync(
        WhatsAppBot bot, string name, byte[] bytes, string text, bool asPicture = false) =>
        bot.Message(Phone, text) with { File = new OutboxFile(await bot.Files.PutAsync(name, bytes), asPicture) };

    private static Task<FileFetch> OpenAsync(WhatsAppBot bot, string id) =>
        bot.Source.OpenAsync(new Attachment(id), new ConversationKey("whatsapp", Phone), Cancel);
}
