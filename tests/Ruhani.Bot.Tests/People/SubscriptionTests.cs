using Ruhani.Bot.Activities;
using Ruhani.Bot.People;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Turns;

namespace Ruhani.Bot.Tests.People;

/// <summary>
/// Subscribing leaves a proof, stopping is honoured at once and for ever, starting brings everything back.
/// </summary>
public sealed class SubscriptionTests : IDisposable
{
    private static readonly BulkMessage News = new(
        [Topics.Announcements], 0, new DateTimeOffset(2027, 2, 1, 9, 0, 0, TimeSpan.FromHours(5)));

    private readonly TestBot _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task Subscribing_keeps_when_where_and_under_which_text()
    {
        await SubscribeAsync();

        var kept = (await _bot.PersonAsync())!.Subscription!;
        Assert.Equal(_bot.Time.GetUtcNow().ToUnixTimeMilliseconds(), kept.OptedInAt);
        Assert.Equal("telegram/subscribe", kept.Source);
        Assert.Equal("1", kept.ConsentVersion);
        Assert.Equal(QuietHours.Usual, kept.Quiet);
        Assert.Equal(Subscription.CurrentSchema, kept.Schema);
        Assert.IsType<BulkAnswer.Now>(await MayAsync());
    }

    [Theory]
    [InlineData("стоп")]
    [InlineData("СТОП!")]
    [InlineData("Тоқта")]
    [InlineData("токтат")]
    [InlineData("toqtat")]
    [InlineData("Stop.")]
    [InlineData("отписка")]
    public async Task A_word_of_stopping_stops_at_once(string word)
    {
        await SubscribeAsync();
        await _bot.SayAsync(word);
        Assert.Equal(new BulkAnswer.Never(BulkRefusal.Stopped), await MayAsync());
    }

    [Fact]
    public async Task Whoever_never_subscribed_is_not_told_that_something_has_ended()
    {
        var said = (await _bot.SayAsync("стоп")).AllText();
        Assert.Contains("не были подписаны", said, StringComparison.Ordinal);
        Assert.Equal(new BulkAnswer.Never(BulkRefusal.Stopped), await MayAsync());
    }

    [Theory]
    [InlineData("Где стоит знак стоп?")]
    [InlineData("Автобус қай жерде тоқтайды?")]
    [InlineData("тоқта деген сөз қалай аударылады")]
    public async Task The_word_inside_a_sentence_stops_nothing(string sentence)
    {
        await SubscribeAsync();
        await _bot.SayAsync(sentence);
        Assert.IsType<BulkAnswer.Now>(await MayAsync());
    }

    [Fact]
    public async Task A_stop_outlives_the_person_and_a_subscription_brought_in_from_elsewhere()
    {
        await SubscribeAsync();
        await _bot.SayAsync("стоп");
        var person = (await _bot.Store.FindAsync(DocumentKind.Person, "telegram:1", CancellationToken.None))!;
        await _bot.Store.CommitAsync(
            new Commit { At = _bot.Time.GetUtcNow(), Documents = [new DocumentWrite(person, Delete: true)] },
            CancellationToken.None);
        Assert.Equal(new BulkAnswer.Never(BulkRefusal.Stopped), await MayAsync());

        await _bot.Store.CommitAsync(
            new Commit
            {
                At = _bot.Time.GetUtcNow(),
                Documents =
                [
                    new DocumentWrite(person with
                    {
                        Version = 1,
                        Json = """{"subscription":{"optedInAt":1,"source":"import"}}""",
                    }),
                ],
            },
            CancellationToken.None);
        Assert.Equal(new BulkAnswer.Never(BulkRefusal.Stopped), await MayAsync());
        var held = Assert.Single(
            await _bot.Store.ListAsync(new DocumentQuery(DocumentKind.Suppression), CancellationToken.None));
        Assert.DoesNotContain("telegram", held.Id + held.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_restores_what_was_chosen()
    {
        await SubscribeAsync();
        var before = (await _bot.PersonAsync())!.Subscription!;
        await _bot.SayAsync("стоп");
        _bot.Time.Advance(TimeSpan.FromHours(1));
        await _bot.SayAsync("старт");

        var after = (await _bot.PersonAsync())!.Subscription!;
        Assert.Equal(before.Region, after.Region);
        Assert.Equal("telegram/start", after.Source);
        Assert.True(after.OptedInAt > before.OptedInAt);
        Assert.IsType<BulkAnswer.Now>(await MayAsync());
    }

    [Fact]
    public async Task One_setting_changed_leaves_the_others()
    {
        await SubscribeAsync();
        var before = (await _bot.PersonAsync())!.Subscription!;
        await _bot.PressAsync((await _bot.CommandAsync("settings")).Token("Как часто"));
        await _bot.SayAsync("Раз в неделю");

        var after = (await _bot.PersonAsync())!.Subscription!;
        Assert.Equal(before with { Frequency = Frequency.Weekly, Topics = after.Topics }, after);
        Assert.Equal(before.Topics, after.Topics);
    }

    [Fact]
    public async Task Topics_are_six_directions_seven_projects_and_the_announcements()
    {
        await _bot.CommandAsync("subscribe");
        await _bot.SayAsync("да");
        var asked = await _bot.SayAsync("Выбрать темы");
        Assert.Equal(14, asked.Labels().Count(label => label is not ("Назад" or "Отмена")));
    }

    [Fact]
    public async Task A_form_that_lies_idle_is_not_recalled_at_night_nor_after_a_stop()
    {
        await _bot.SayAsync("русский");
        _bot.Time.Advance(TimeSpan.FromHours(13));
        await _bot.CommandAsync("feedback");
        await _bot.SayAsync("О работе бота");
        _bot.Time.Advance(TimeSpan.FromHours(25));
        Assert.Empty(await DueAsync());
        _bot.Time.Advance(TimeSpan.FromHours(10));
        Assert.Contains(await DueAsync(), text => text.Contains("незаконченным", StringComparison.Ordinal));

        var asked = await _bot.SayAsync("стоп");
        await _bot.PressAsync(asked.Token("Рассылку"));
        _bot.Time.Advance(TimeSpan.FromHours(48));
        Assert.Empty(await DueAsync());
    }

    [Fact]
    public async Task In_a_group_nobodys_settings_are_shown()
    {
        var said = await _bot.SendAsync(
            new CommandActivity
            {
                Id = "",
                Conversation = default,
                From = default!,
                At = default,
                Name = "settings",
                Payload = "",
                IsGroup = true,
            },
            "-100");
        Assert.Contains("личном чате", said.AllText(), StringComparison.Ordinal);
    }

    private async Task SubscribeAsync()
    {
        await _bot.CommandAsync("subscribe");
        await _bot.SayAsync("да");
        await _bot.SayAsync("Все темы");
        await _bot.SayAsync("Область Абай");
        await _bot.SayAsync("Сохранить");
    }

    private ValueTask<BulkAnswer> MayAsync() => _bot.Get<BulkGate>().AskAsync(
        "telegram:1", News, new DateTimeOffset(2027, 2, 2, 12, 0, 0, TimeSpan.FromHours(5)), CancellationToken.None);

    private async Task<IReadOnlyList<string>> DueAsync()
    {
        var before = _bot.Store.Written.Count;
        await _bot.RunDueAsync();
        return [.. _bot.Store.Written.Skip(before).Select(message => message.Text)];
    }
}
