using System.Globalization;
using System.Text;
using Ruhani.Bot.Activities;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Testing.Telegram;

namespace Ruhani.Bot.Channels.Tests.Telegram;

public sealed class TelegramFileTests
{
    private static readonly byte[] Pdf = Encoding.UTF8.GetBytes("%PDF-1.7 рұқсат");
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_goes_out_with_its_name_its_words_and_its_buttons()
    {
        await using var bot = await TelegramFixture.StartAsync();
        var user = Met(bot);
        var file = new OutboxFile(await bot.Files.PutAsync("RZ-01-2027 – Рұқсат «Қазақ үні».pdf", Pdf));

        var outcome = await SendAsync(
            bot, Messages.To(user, "<b>Рұқсат</b> дайын", [["Тексеру", "v:1"]]) with { File = file });

        var message = await user.NextAsync(Cancel);
        Assert.Equal(new DeliveryOutcome.Sent(Id(message)), outcome);
        Assert.Equal(("Рұқсат дайын", "document"), (message.Text, message.File!.Kind));
        Assert.Equal("bold", Assert.Single(message.Content.Entities).Type);
        Assert.Equal(file.File.Name, message.File.Name);
        Assert.Equal(Pdf, message.File.Bytes);
        Assert.Equal("v:1", message.Button("Тексеру").Data);
    }

    [Fact]
    public async Task A_picture_is_shown_and_a_caption_may_be_missing()
    {
        await using var bot = await TelegramFixture.StartAsync();
        var user = Met(bot);
        var file = new OutboxFile(await bot.Files.PutAsync("диаграмма.png", Png), AsPicture: true);

        Assert.IsType<DeliveryOutcome.Sent>(await SendAsync(bot, Messages.To(user, "") with { File = file }));

        var message = await user.NextAsync(Cancel);
        Assert.Equal(("photo", ""), (message.File!.Kind, message.Text));
    }

    [Fact]
    public async Task A_file_for_many_is_uploaded_once_and_again_when_Telegram_forgot_it()
    {
        await using var bot = await TelegramFixture.StartAsync();
        var (first, second) = (Met(bot), Met(bot));
        var file = new OutboxFile(await bot.Files.PutAsync("а.pdf", Pdf));

        await SendAsync(bot, Messages.To(first, "бір") with { File = file });
        await SendAsync(bot, Messages.To(second, "екі") with { File = file });
        var known = (await second.NextAsync(Cancel)).File!;
        bot.Server.Forget(known);
        Assert.IsType<DeliveryOutcome.Sent>(await SendAsync(bot, Messages.To(first, "үш") with { File = file }));

        var calls = bot.Server.Calls.All.Where(call => call.Method == "sendDocument").ToList();
        Assert.Equal(
            ["attach://0", known.Id, known.Id, "attach://0"],
            calls.Select(call => call.Arguments.Text("document")));
        Assert.Equal("үш", (await LastAsync(first, 2)).Text);
    }

    [Fact]
    public async Task A_group_s_file_quotes_what_it_answers()
    {
        await using var bot = await TelegramFixture.StartAsync();
        var group = bot.Server.AddGroup("Кеңсе");
        var question = bot.Server.AddUser().SayIn(group, "@ruhani_test_bot есеп?");
        var file = new OutboxFile(await bot.Files.PutAsync("а.pdf", Pdf));

        await SendAsync(bot, Messages.To(group, "x") with { File = file, IsGroup = true, InReplyTo = Id(question) });

        Assert.Equal(question.Id, (await group.NextAsync(Cancel)).ReplyTo);
    }

    [Fact]
    public async Task A_button_under_a_file_is_answered_by_a_new_message()
    {
        await using var bot = await TelegramFixture.StartAsync();
        var user = Met(bot);
        var file = new OutboxFile(await bot.Files.PutAsync("а.pdf", Pdf));
        await SendAsync(bot, Messages.To(user, "Рұқсат", [["Толығырақ", "m"]]) with { File = file });
        var sent = await user.NextAsync(Cancel);

        await SendAsync(bot, Messages.To(user, "Толығырақ") with { EditMessageId = Id(sent) });

        Assert.Equal(("Толығырақ", 0), await NextAsync(user));
    }

    [Fact]
    public async Task A_file_that_is_no_longer_kept_is_set_aside()
    {
        await using var bot = await TelegramFixture.StartAsync();
        var file = new OutboxFile(await bot.Files.PutAsync("а.pdf", Pdf));
        await bot.Files.DeleteAsync(file.File.Id, Cancel);

        Assert.IsType<DeliveryOutcome.Rejected>(await SendAsync(bot, Messages.To(Met(bot), "x") with { File = file }));
    }

    [Fact]
    public async Task Faults_while_uploading_are_tried_again()
    {
        await using var bot = await TelegramFixture.StartAsync();
        var user = Met(bot);
        var file = new OutboxFile(await bot.Files.PutAsync("а.pdf", Pdf));
        bot.Server.Faults.Drop("sendDocument");
        bot.Server.Faults.Refuse("sendDocument", TelegramRefusal.TooManyRequests(7));

        var message = Messages.To(user, "x") with { File = file };

        Assert.IsType<DeliveryOutcome.Retry>(await SendAsync(bot, message));
        var wait = Assert.IsType<DeliveryOutcome.Retry>(await SendAsync(bot, message));
        Assert.Equal(TimeSpan.FromSeconds(7), wait.After);
        Assert.IsType<DeliveryOutcome.Sent>(await SendAsync(bot, message));
    }

    [Fact]
    public async Task What_a_person_sent_is_fetched()
    {
        await using var bot = await TelegramFixture.StartAsync();
        var user = bot.Server.AddUser();

        user.Send("document", "Әкімдік хаты.pdf", Pdf);
        var activity = Assert.IsType<FileActivity>(await bot.Turns.NextAsync(Cancel));
        var fetched = Assert.IsType<FileFetch.Fetched>(await OpenAsync(bot, activity.File));

        Assert.Equal((Pdf.Length, Pdf.Length), (fetched.Size!.Value, activity.File.Size!.Value));
        using var read = new MemoryStream();
        await using (fetched.Content)
        {
            await fetched.Content.CopyToAsync(read, Cancel);
        }

        Assert.Equal(Pdf, read.ToArray());
    }

    [Fact]
    public async Task Over_twenty_megabytes_Telegram_gives_nothing_out()
    {
        await using var bot = await TelegramFixture.StartAsync();
        var user = bot.Server.AddUser();
        var (known, unknown) = (new Attachment("x", Size: (20 << 20) + 1), bot.Server.AddUser());
        unknown.Send("document", "үлкен.zip", new byte[(20 << 20) + 1]);
        var activity = Assert.IsType<FileActivity>(await bot.Turns.NextAsync(Cancel));

        Assert.Equal(new FileFetch.TooLarge(20 << 20), await OpenAsync(bot, known));
        Assert.Equal(0, bot.Server.Calls.Count("getFile"));
        Assert.Equal(new FileFetch.TooLarge(20 << 20), await OpenAsync(bot, activity.File with { Size = null }));
    }

    [Theory]
    [InlineData("400 wrong", typeof(FileFetch.Expired))]
    [InlineData("400 odd", typeof(FileFetch.Refused))]
    [InlineData("429", typeof(FileFetch.Unavailable))]
    [InlineData("500", typeof(FileFetch.Unavailable))]
    [InlineData("garbled", typeof(FileFetch.Unavailable))]
    [InlineData("drop", typeof(FileFetch.Unavailable))]
    [InlineData("no file", typeof(FileFetch.Unavailable))]
    [InlineData("gone", typeof(FileFetch.Expired))]
    public async Task Every_way_to_fail_has_its_outcome(string fault, Type expected)
    {
        await using var bot = await TelegramFixture.StartAsync();
        var file = await SentAsync(bot);
        var faults = bot.Server.Faults;
        Action plan = fault switch
        {
            "400 wrong" => () => faults.Refuse(
                "getFile", TelegramRefusal.BadRequest("wrong file_id or the file is temporarily unavailable")),
            "400 odd" => () => faults.Refuse("getFile", TelegramRefusal.BadRequest("something else")),
            "429" => () => faults.Refuse("getFile", TelegramRefusal.TooManyRequests(3)),
            "500" => () => faults.Refuse("getFile", TelegramRefusal.ServerError(500)),
            "garbled" => () => faults.Garble("getFile"),
            "drop" => () => faults.Drop("getFile"),
            "no file" => () => faults.Garble("download"),
            _ => () => faults.Garble("download", status: 404),
        };
        plan();

        Assert.IsType(expected, await OpenAsync(bot, file));
    }

    [Fact]
    public async Task A_line_that_breaks_while_reading_is_an_io_fault()
    {
        await using var bot = await TelegramFixture.StartAsync();
        var file = await SentAsync(bot);
        bot.Server.Faults.Drop("download", afterwards: true);

        var fetched = Assert.IsType<FileFetch.Fetched>(await OpenAsync(bot, file));

        await using (fetched.Content)
        {
            await Assert.ThrowsAnyAsync<IOException>(() => fetched.Content.CopyToAsync(Stream.Null, Cancel));
        }
    }

    private static async Task<Attachment> SentAsync(TelegramFixture bot)
    {
        bot.Server.AddUser().Send("document", "а.pdf", Pdf);
        return Assert.IsType<FileActivity>(await bot.Turns.NextAsync(Cancel)).File;
    }

    private static Task<FileFetch> OpenAsync(TelegramFixture bot, Attachment file) =>
        bot.Source.OpenAsync(file, new ConversationKey("telegram", "1"), Cancel);

    private static TelegramUser Met(TelegramFixture bot)
    {
        var user = bot.Server.AddUser();
        user.Say("/start");
        return user;
    }

    private static Task<DeliveryOutcome> SendAsync(TelegramFixture bot, OutboxMessage message) =>
        bot.Channel.SendAsync(message, DeliveryContext.Empty, Cancel);

    private static async Task<TelegramMessage> LastAsync(TelegramUser user, int count)
    {
        for (var i = 1; i < count; i++)
        {
            await user.NextAsync(Cancel);
        }

        return await user.NextAsync(Cancel);
    }

    private static async Task<(string Text, int Revision)> NextAsync(TelegramUser user)
    {
        var message = await user.NextAsync(Cancel);
        return (message.Text, message.Revision);
    }

    private static string Id(TelegramMessage message) => message.Id.ToString(CultureInfo.InvariantCulture);
}
