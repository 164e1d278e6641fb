using Ruhani.Bot.Activities;
using Ruhani.Bot.Dialogs;
using Ruhani.Bot.Knowledge;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Channels;
using Ruhani.Bot.Testing.Turns;
using Ruhani.Bot.Texts;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Tests.Knowledge;

public sealed class DidYouMeanTests : IDisposable
{
    private readonly TestBot _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task Close_matches_are_offered_three_at_most_with_a_way_out()
    {
        var turn = await AskAsync(new ConversationState(), "", DialogMachine.StartTrigger, "модернизация");
        var reply = Assert.Single(turn.Replies);
        Assert.Equal("ask.did-you-mean", reply.Key);
        Assert.Equal(
            ["Третья модернизация", "Политическая модернизация", "Модернизация экономики", "Другой вопрос"],
            reply.Choices.Select(choice => choice.Label));
        Assert.Empty(turn.Records);
    }

    [Fact]
    public async Task None_of_these_keeps_the_question_for_the_editors()
    {
        var asked = await AskAsync(new ConversationState(), "", DialogMachine.StartTrigger, "модернизация");
        var none = asked.Replies[0].Choices[^1].Token;
        var turn = await AskAsync(asked.Conversation, none.State, none.Trigger, none.Argument);
        Assert.StartsWith("ask.not-found", Assert.Single(turn.Replies).Key, StringComparison.Ordinal);
        var record = Assert.Single(turn.Records);
        Assert.Equal(DocumentKind.Question, record.Document.Kind);
        Assert.Contains("модернизация", record.Document.Json, StringComparison.Ordinal);
    }

    private async Task<Turn> AskAsync(ConversationState state, string dialogState, string trigger, string argument)
    {
        var activity = new TextActivity
        {
            Id = "telegram:1",
            Conversation = new ConversationKey("telegram", "1"),
            From = new Sender("telegram:1"),
            At = _bot.Time.GetUtcNow(),
            Text = argument,
        };
        var content = _bot.Content.Current with { Search = new Undecided(_bot.Content.Current.Knowledge) };
        var turn = new Turn(
            activity, state, new Person { Language = "ru" }, content, Networks.Telegram, _bot.Time.GetUtcNow());
        Assert.True(await _bot.Get<DialogMachine>().RunAsync(
            turn, content.Dialogs.AnyText!, dialogState, trigger, argument, TestContext.Current.CancellationToken));
        return turn;
    }

    private sealed class Undecided(KnowledgeBase knowledge) : IKnowledgeSearch
    {
        public SearchResult Search(string question, Language? saved) => new(
            Language.Russian,
            true,
            SearchBand.DidYouMean,
            [.. knowledge.Entries.Where(entry => entry.Id.EndsWith("modernization", StringComparison.Ordinal))
                .OrderByDescending(entry => entry.Id, StringComparer.Ordinal)
                .Concat(knowledge.Entries.Take(2)).Select((entry, i) => new Hit(entry, 0.5 - (i * 0.01)))]);
    }
}
