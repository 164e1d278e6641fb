using Ruhani.Bot.Activities;
using Ruhani.Bot.Channels;
using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Testing.Content;
using Ruhani.Bot.Testing.Turns;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Tests.Dialogs.Slots;

/// <summary>Files as answers: kept by the bot when they come, whatever the network forgets later.</summary>
public sealed class FileAnswersTests : IDisposable
{
    private readonly ContentFiles _files = new();
    private readonly TestBot _bot;

    public FileAnswersTests()
    {
        foreach (var language in (string[])["kk", "ru"])
        {
            _files.Write($"localization/{language}/texts/papers.yaml", """
                title: Form
                ask: Files
                file-label: Files
                thanks: "Thanks"
                """);
        }

        _files.Write("dialogs/papers/papers.dialog.yaml", """
            dialog: papers
            version: 1
            starts_on: { command: /papers }
            start: ask
            slots: { file: { type: files, max: 3 } }
            states:
              ask: { ask: ask, fills: file, on: { filled: thanks } }
              thanks: { say: thanks, ends: true }
            """);
        _bot = new TestBot(folder: _files.Folder);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _bot.Dispose();
        _files.Dispose();
    }

    [Fact]
    public async Task A_file_is_the_bots_own_from_the_moment_it_was_received()
    {
        await _bot.CommandAsync("papers");
        await SendAsync("f1", "Әкімдіктің хаты №5.pdf");

        // The network forgets it: what was received is there all the same, under its own name.
        _bot.Sent.Put("f1", new FileFetch.Expired());
        var kept = Assert.Single((await CollectedAsync()).Items);
        Assert.Equal(("Әкімдіктің хаты №5.pdf", "application/pdf"), (kept.Name, kept.MediaType));
        Assert.NotNull(await _bot.Files.OpenAsync(kept.Stored!, Cancel));
    }

    [Fact]
    public async Task The_same_bytes_sent_anew_are_one_file()
    {
        _bot.Sent.Put("f1", [.. "%PDF-1.7 letter"u8]);
        _bot.Sent.Put("f2", [.. "%PDF-1.7 letter"u8]);
        await _bot.CommandAsync("papers");
        await SendAsync("f1", "a.pdf");
        await SendAsync("f2", "a.pdf");

        Assert.Single((await CollectedAsync()).Items);
    }

    [Fact]
    public async Task What_cannot_be_kept_is_told_and_does_not_count()
    {
        _bot.Sent.Put("empty", []);
        _bot.Sent.Put("program", [.. "MZ\0\0"u8]);
        _bot.Sent.Put("old", new FileFetch.Expired());
        _bot.Sent.Put("shut", new FileFetch.Refused("x"));
        _bot.Sent.Put("away", new FileFetch.Unavailable("x"));
        _bot.Sent.Put("large", new FileFetch.TooLarge(20 << 20));
        await _bot.CommandAsync("papers");

        Assert.StartsWith("Файл пустой", await SendAsync("empty", "a.pdf"), StringComparison.Ordinal);
        Assert.StartsWith("Такие файлы", await SendAsync("program", "a.pdf"), StringComparison.Ordinal);
        Assert.StartsWith("Сеть этот файл", await SendAsync("old", "a.pdf"), StringComparison.Ordinal);
        Assert.StartsWith("Не удалось", await SendAsync("shut", "a.pdf"), StringComparison.Ordinal);
        Assert.StartsWith("Сеть сейчас", await SendAsync("away", "a.pdf"), StringComparison.Ordinal);
        Assert.Contains("до 20 МБ", await SendAsync("large", "a.pdf"), StringComparison.Ordinal);
        Assert.Empty(_bot.Files.Ids);
        Assert.Contains("Барлығы: 1", (await InKazakhAsync("ok")).AllText(), StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<Ruhani.Bot.Outbox.OutboxMessage>> InKazakhAsync(string id)
    {
        await _bot.SayAsync("қазақша");
        return await _bot.SendAsync(File(id, "хат.pdf"));
    }

    private async Task<string> SendAsync(string id, string name) => (await _bot.SendAsync(File(id, name))).AllText();

    private static FileActivity File(string id, string name) => new()
    {
        Id = "",
        Conversation = default,
        From = default!,
        At = default,
        File = new Attachment(id, name, "application/pdf"),
    };

    private async Task<SlotValue.Files> CollectedAsync()
    {
        var document = await _bot.Store.FindAsync(
            Ruhani.Bot.Storage.DocumentKind.Conversation, "telegram:1", Cancel);
        var state = System.Text.Json.JsonSerializer.Deserialize(
            document!.Json, StateJson.Stored.ConversationState)!;
        return Assert.IsType<SlotValue.Files>(state.Form!.Collected);
    }
}
