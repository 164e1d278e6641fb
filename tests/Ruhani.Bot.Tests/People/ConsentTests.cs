using Ruhani.Bot.Outbox;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Content;
using Ruhani.Bot.Testing.Turns;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Tests.People;

/// <summary>
/// Nothing about a person is kept beyond the address before they have accepted the text as it is now.
/// </summary>
public sealed class ConsentTests : IDisposable
{
    private const string Asked = "Вы согласны?";
    private readonly ContentFiles _files = new();
    private readonly TestBot _bot;

    public ConsentTests() => _bot = new TestBot(folder: _files.Folder);

    public void Dispose()
    {
        _bot.Dispose();
        _files.Dispose();
    }

    [Fact]
    public async Task What_was_accepted_is_kept_with_its_version_moment_and_channel()
    {
        Assert.Contains(Asked, (await _bot.CommandAsync("join")).AllText(), StringComparison.Ordinal);
        Assert.Null((await _bot.PersonAsync())!.ConsentVersion);

        await _bot.SayAsync("да");

        var person = (await _bot.PersonAsync())!;
        Assert.Equal("1", person.ConsentVersion);
        Assert.Equal(_bot.Time.GetUtcNow().ToUnixTimeMilliseconds(), person.ConsentAt);
        Assert.Equal("telegram", person.ConsentChannel);
    }

    [Fact]
    public async Task Whoever_refuses_is_left_as_they_were()
    {
        await _bot.CommandAsync("join");
        Assert.Contains(
            "ничего о вас не сохраню", (await _bot.SayAsync("нет")).AllText(), StringComparison.Ordinal);
        Assert.Null((await _bot.PersonAsync())!.ConsentVersion);
        Assert.DoesNotContain(Asked, (await _bot.SayAsync("Что такое нация?")).AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_raised_at_the_first_question_begins_the_form_with_the_text()
    {
        await _bot.CommandAsync("join");
        await _bot.SayAsync("да");
        Raise();

        var told = await _bot.SayAsync("меню");
        Assert.DoesNotContain("больше не действует", told.AllText(), StringComparison.Ordinal);
        Assert.Contains("обновился", told.AllText(), StringComparison.Ordinal);
        var asked = await _bot.PressAsync(told.Token("Продолжить"));
        Assert.Contains(Asked, asked.AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_raised_version_asks_again_and_keeps_what_was_entered()
    {
        await _bot.CommandAsync("join");
        await _bot.SayAsync("да");
        await _bot.SayAsync("123");
        await _bot.SayAsync("назад");
        await _bot.CommandAsync("join");
        Raise();

        var resumed = await ContinueAsync();
        Assert.Contains(Asked, resumed.AllText(), StringComparison.Ordinal);
        await _bot.SayAsync("да");
        Assert.Equal("2", (await _bot.PersonAsync())!.ConsentVersion);
    }

    [Fact]
    public async Task Refusing_the_new_text_keeps_the_answers_as_a_draft()
    {
        await _bot.CommandAsync("join", await InviteAsync());
        await _bot.SayAsync("да");
        await _bot.SayAsync("Принять");
        Raise();

        Assert.Contains("обновился", (await _bot.SayAsync("Айдар Омаров")).AllText(), StringComparison.Ordinal);
        Assert.Contains(Asked, (await ContinueAsync()).AllText(), StringComparison.Ordinal);
        var refused = await _bot.SayAsync("нет");

        Assert.Contains("Отложено", refused.AllText(), StringComparison.Ordinal);
        Assert.Contains("Принять приглашение", (await _bot.CommandAsync("my")).Labels());
        Assert.Null((await _bot.PersonAsync())!.Membership);
    }

    [Fact]
    public async Task A_telephone_with_feedback_needs_consent_and_an_opinion_without_one_does_not()
    {
        await _bot.CommandAsync("feedback");
        await _bot.SayAsync("О работе бота");
        await _bot.SayAsync("Всё понятно и быстро.");
        await _bot.SayAsync("Пропустить");
        Assert.Contains(Asked, (await _bot.SayAsync("87011234567")).AllText(), StringComparison.Ordinal);
        await _bot.SayAsync("нет");
        await _bot.SayAsync("Отправить");

        var opinion = Assert.Single(
            await _bot.Store.ListAsync(new DocumentQuery(DocumentKind.Opinion), CancellationToken.None));
        Assert.Null(opinion.Group);
        Assert.DoesNotContain("123 45 67", opinion.Json, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_languages_name_one_version_in_the_text_itself()
    {
        var texts = _bot.Content.Current.Texts;
        foreach (var language in Languages.All)
        {
            Assert.Contains(
                texts.Label(language, "consent.version"),
                texts.Label(language, "consent.ask").Split('\n')[0],
                StringComparison.Ordinal);
        }

        _files.Replace("localization/ru/texts/consent.yaml", "version: \"1\"", "version: \"2\"");
        Assert.NotEmpty(_bot.Content.Load());
    }

    private void Raise()
    {
        foreach (var language in Languages.All)
        {
            _files.Replace($"localization/{language.Code()}/texts/consent.yaml", "version: \"1\"", "version: \"2\"");
        }

        Assert.Empty(_bot.Content.Load());
    }

    private async Task<IReadOnlyList<OutboxMessage>> ContinueAsync()
    {
        var mine = await _bot.CommandAsync("my");
        return mine.Labels().Contains("Принять приглашение")
            ? await _bot.PressAsync(mine.Token("Принять приглашение"))
            : await _bot.CommandAsync("join");
    }

    private async Task<string> InviteAsync()
    {
        await _bot.CommandAsync("invite", chat: "admin");
        await _bot.SayAsync("Сотрудник", "admin");
        await _bot.SayAsync("Область Абай", "admin");
        return (await _bot.SayAsync("Пригласить", "admin")).AllText().Split(' ', '\n')
            .First(word => word.Length == 10 && word.All(char.IsAsciiDigit));
    }
}
