using Ruhani.Bot.Activities;
using Ruhani.Bot.Turns;

namespace Ruhani.Bot.Tests.Turns;

public sealed class ConversationLockTests
{
    private static readonly ConversationKey A = new("telegram", "1");
    private static readonly ConversationKey B = new("telegram", "2");

    [Fact]
    public async Task One_conversation_goes_in_the_order_of_asking()
    {
        var locks = new ConversationLock();
        var first = await locks.AcquireAsync(A);
        var order = new List<int>();
        var waiting = Enumerable.Range(1, 20).Select(i => TurnAsync(locks.AcquireAsync(A), i)).ToList();
        Assert.Empty(order);
        first.Dispose();
        await Task.WhenAll(waiting);
        Assert.Equal(Enumerable.Range(1, 20), order);

        async Task TurnAsync(ValueTask<IDisposable> place, int number)
        {
            using (await place)
            {
                order.Add(number);
            }
        }
    }

    [Fact]
    public async Task Different_conversations_do_not_wait_for_each_other()
    {
        var locks = new ConversationLock();
        using var a = await locks.AcquireAsync(A);
        var b = locks.AcquireAsync(B).AsTask();
        Assert.True(b.IsCompleted);
        (await b).Dispose();
        Assert.False(locks.AcquireAsync(A).AsTask().IsCompleted);
    }

    [Fact]
    public async Task Nothing_is_kept_of_conversations_that_are_done()
    {
        var locks = new ConversationLock();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 2000),
            TestContext.Current.CancellationToken,
            async (i, _) =>
            {
                using var place = await locks.AcquireAsync(new ConversationKey("telegram", $"{i % 17}"));
                await Task.Yield();
            });
        Assert.Equal(0, locks.Count);
    }
}
