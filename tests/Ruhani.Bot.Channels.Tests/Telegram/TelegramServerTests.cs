using System.Text;
using System.Text.Json;
using Ruhani.Bot.Testing.Telegram;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace Ruhani.Bot.Channels.Tests.Telegram;

/// <summary>The stand-in refuses what the real server refuses, in its words.</summary>
public sealed class TelegramServerTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private TelegramServer _server = null!;
    private TelegramUser _user = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await TelegramServer.StartAsync(cancellationToken: Cancel);
        _user = _server.AddUser();
        _user.Say("/start");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("<b>x", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("a<b>x</i>", "Unmatched end tag at byte offset 5, expected \"</b>\", found \"</i>\"")]
    [InlineData("ң</b>", "Unexpected end tag at byte offset 2")]
    [InlineData("1 < 2", "Unsupported start tag \"\" at byte offset 2")]
    [InlineData("<p>x</p>", "Unsupported start tag \"p\" at byte offset 0")]
    [InlineData("<span class=\"x\">y</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0")]
    [InlineData("<a href=\"x", "Unclosed start tag at byte offset 0")]
    [InlineData("<b", "Unclosed start tag at byte offset 0")]
    [InlineData("<i>x</i", "Unclosed end tag at byte offset 4")]
    public async Task Bad_markup(string text, string refusal) => Assert.Equal(
        (400, "Bad Request: can't parse entities: " + refusal),
        await SayAsync(new { text, parse_mode = "HTML" }));

    [Theory]
    [InlineData("<b>a</b><i>b</i> &lt;&amp;&quot;&#1187;&nbsp;", "ab <&\"ң&nbsp;")]
    [InlineData("  <b> x </b>\n", "x")]
    [InlineData("<a href='https://x.kz/?a=1&amp;b=2'>сілтеме</a>", "сілтеме")]
    [InlineData("<blockquote expandable>q</blockquote><pre><code class=\"language-c\">c</code></pre>", "qc")]
    [InlineData("<tg-spoiler>s</tg-spoiler><B>u</B>", "su")]
    public async Task Good_markup(string text, string shown)
    {
        Assert.Equal((200, ""), await SayAsync(new { text, parse_mode = "html" }));
        Assert.Equal(shown, (await _user.NextAsync(Cancel)).Text);
    }

    [Fact]
    public async Task Lengths_count_what_is_shown()
    {
        var full = new string('ң', 4096);

        Assert.Equal((200, ""), await SayAsync(new { text = $"<b>{full}</b>", parse_mode = "HTML" }));
        Assert.Equal((400, "Bad Request: message is too long"), await SayAsync(new { text = full + "x" }));
        Assert.Equal((400, "Bad Request: message text is empty"), await SayAsync(new { text = "" }));
        Assert.Equal(
            (400, "Bad Request: text must be non-empty"),
            await SayAsync(new { text = "<b> </b>", parse_mode = "HTML" }));
    }

    [Fact]
    public async Task Keyboards()
    {
        Assert.Equal(
            (400, "Bad Request: BUTTON_DATA_INVALID"),
            await ButtonAsync(new { text = "a", callback_data = new string('я', 33) }));
        Assert.Equal(
            (400, "Bad Request: BUTTON_DATA_INVALID"),
            await ButtonAsync(new { text = "a", callback_data = "" }));
        Assert.Equal((200, ""), await ButtonAsync(new { text = "a", callback_data = new string('я', 32) }));
        Assert.Equal(
            (400, "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
            await ButtonAsync(new { text = "a" }));
        Assert.Equal(
            (400, "Bad Request: reply markup is too long"),
            await ButtonAsync([.. Enumerable.Repeat<object>(new { text = "a", callback_data = "b" }, 101)]));

        Task<(int, string)> ButtonAsync(params object[] buttons) =>
            SayAsync(new { text = "x", reply_markup = new { inline_keyboard = new[] { buttons } } });
    }

    [Fact]
    public async Task Edits()
    {
        await SayAsync(new { text = "бір" });
        var message = await _user.NextAsync(Cancel);
        var theirs = _user.Say("менікі");

        Assert.Equal((200, ""), await EditAsync(message.Id, "екі"));
        var (code, refusal) = await EditAsync(message.Id, "екі");
        Assert.Equal(400, code);
        Assert.StartsWith("Bad Request: message is not modified: ", refusal, StringComparison.Ordinal);
        Assert.Equal((400, "Bad Request: message to edit not found"), await EditAsync(999, "x"));
        Assert.Equal((400, "Bad Request: message can't be edited"), await EditAsync(theirs.Id, "x"));

        Task<(int, string)> EditAsync(int id, string text) =>
            CallAsync("editMessageText", new { chat_id = _user.Id, message_id = id, text });
    }

    [Theory]
    [InlineData("""[{"command":"Start","description":"x"}]""", "", "BOT_COMMAND_INVALID")]
    [InlineData("""[{"command":"start","description":""}]""", "", "BOT_COMMAND_DESCRIPTION_INVALID")]
    [InlineData("""[{"command":"start","description":"x"}]""", "kaz", "invalid language code specified")]
    public async Task Menus(string commands, string language, string refusal) => Assert.Equal(
        (400, "Bad Request: " + refusal),
        await CallAsync(
            "setMyCommands",
            new { commands = JsonDocument.Parse(commands).RootElement, language_code = language }));

    [Fact]
    public async Task Chats_and_tokens()
    {
        Assert.Equal(
            (400, "Bad Request: chat not found"),
            await CallAsync("sendMessage", new { chat_id = 5, text = "x" }));
        _user.Block();
        Assert.Equal((403, "Forbidden: bot was blocked by the user"), await SayAsync(new { text = "x" }));
        Assert.Equal((404, "Not Found: method not found"), await CallAsync("sendTelepathy", new { }));
        Assert.Equal((401, "Unauthorized"), await GetAsync("/bot1:x/getMe"));
        Assert.Equal((404, "Not Found"), await GetAsync("/botx/getMe"));
        Assert.Equal((404, "Not Found"), await GetAsync("/"));
    }

    [Fact]
    public async Task A_press_can_be_answered_for_a_while_only()
    {
        var keyboard = new[] { new[] { new { text = "a", callback_data = "b" } } };
        await SayAsync(new { text = "x", reply_markup = new { inline_keyboard = keyboard } });
        var query = _user.Press(await _user.NextAsync(Cancel), "a");

        Assert.Equal((200, ""), await CallAsync("answerCallbackQuery", new { callback_query_id = query }));
        Assert.Equal(
            (400, "Bad Request: query is too old and response timeout expired or query ID is invalid"),
            await CallAsync("answerCallbackQuery", new { callback_query_id = "12" }));
    }

    [Fact]
    public async Task Updates_stay_until_they_are_confirmed_and_types_not_asked_for_are_not_made()
    {
        var first = await UpdatesAsync("limit=1");
        var again = await UpdatesAsync("""allowed_updates=["message"]""");
        Assert.Equal(Ids(first), Ids(again));

        _user.Block();
        _user.Say("екінші");
        var rest = await UpdatesAsync($"offset={Ids(first)[0] + 1}");
        Assert.Equal(Ids(first)[0] + 1, Assert.Single(Ids(rest)));
        Assert.Empty(Ids(await UpdatesAsync($"offset={Ids(rest)[0] + 1}")));

        static List<int> Ids(JsonElement result) =>
            [.. result.EnumerateArray().Select(update => update.GetProperty("update_id").GetInt32())];
    }

    [Fact]
    public async Task A_webhook_and_polling_exclude_each_other()
    {
        Assert.Equal(
            (400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"),
            await CallAsync("setWebhook", new { url = "http://bot.kz/" }));
        Assert.Equal(
            (400, "Bad Request: secret token contains unallowed characters"),
            await CallAsync("setWebhook", new { url = "https://bot.kz/", secret_token = "a b" }));
        var poll = CallAsync("getUpdates", new { offset = 5000, timeout = 50 });
        await _server.Calls.WaitForAsync("getUpdates", 1, Cancel);

        await CallAsync("setWebhook", new { url = "http://127.0.0.1:9/" });

        Assert.Equal((409, "Conflict: terminated by setWebhook request"), await poll);
        var (code, refusal) = await CallAsync("getUpdates", new { });
        Assert.Equal(409, code);
        Assert.StartsWith("Conflict: can't use getUpdates", refusal, StringComparison.Ordinal);
        await CallAsync("deleteWebhook", new { });
        Assert.Equal(200, (await CallAsync("getUpdates", new { })).Code);
    }

    [Fact]
    public async Task Files_are_uploaded_by_form_and_downloaded_by_path()
    {
        var client = new TelegramBotClient(new TelegramBotClientOptions(_server.Token, _server.Url));
        using var content = new MemoryStream("мазмұны"u8.ToArray());
        await client.SendDocument(
            _user.Id, InputFile.FromStream(content, "есеп.txt"), "міне", cancellationToken: Cancel);
        var message = await _user.NextAsync(Cancel);
        Assert.Equal(("есеп.txt", "міне"), (message.File!.Name, message.Text));

        var found = await client.GetFile(message.File.Id, Cancel);
        using var copy = new MemoryStream();
        await client.DownloadFile(found, copy, Cancel);
        Assert.Equal("мазмұны", Encoding.UTF8.GetString(copy.ToArray()));
    }

    [Fact]
    public async Task Forms_do_as_well_as_json()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["chat_id"] = _user.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["text"] = "Сәлем & қош",
        });

        using var response = await _http.PostAsync(AddressOf("SENDMESSAGE"), form, Cancel);

        Assert.Equal("Сәлем & қош", (await _user.NextAsync(Cancel)).Text);
    }

    private Task<(int Code, string Description)> SayAsync(object fields)
    {
        var json = JsonSerializer.SerializeToNode(fields)!.AsObject();
        json["chat_id"] = _user.Id;
        return CallAsync("sendMessage", json);
    }

    private async Task<(int Code, string Description)> CallAsync(string method, object arguments)
    {
        using var body = new StringContent(JsonSerializer.Serialize(arguments), Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(AddressOf(method), body, Cancel);
        return await ReadAsync(response);
    }

    private async Task<(int Code, string Description)> GetAsync(string path)
    {
        using var response = await _http.GetAsync(new Uri(_server.Url + path), Cancel);
        return await ReadAsync(response);
    }

    private async Task<JsonElement> UpdatesAsync(string query)
    {
        using var document = JsonDocument.Parse(await _http.GetStringAsync(AddressOf("getUpdates?" + query), Cancel));
        return document.RootElement.GetProperty("result").Clone();
    }

    private static async Task<(int Code, string Description)> ReadAsync(HttpResponseMessage response)
    {
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel));
        var root = json.RootElement;
        Assert.Equal(response.IsSuccessStatusCode, root.GetProperty("ok").GetBoolean());
        return ((int)response.StatusCode,
            root.TryGetProperty("description", out var description) ? description.GetString()! : "");
    }

    private Uri AddressOf(string method) => new($"{_server.Url}/bot{_server.Token}/{method}");
}
