using Ruhani.Bot.Activities;

namespace Ruhani.Bot.Turns;

/// <summary>
/// One turn at a time in a conversation, first come first served; different conversations side by side. Holds memory
/// only for conversations in hand.
/// </summary>
public sealed class ConversationLock
{
    private readonly Dictionary<ConversationKey, Task> _tails = [];
    private readonly Lock _gate = new();

    /// <summary>Turns that are in hand or wait.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _tails.Count;
            }
        }
    }

    /// <summary>Waits for the conversation's turn; dispose what it returns to hand on.</summary>
    public async ValueTask<IDisposable> AcquireAsync(ConversationKey key)
    {
        var place = new Place(this, key);
        Task? before;
        lock (_gate)
        {
            _tails.TryGetValue(key, out before);
            _tails[key] = place.Done;
        }

        if (before is not null)
        {
            await before.ConfigureAwait(false);
        }

        return place;
    }

    private void Release(Place place, ConversationKey key)
    {
        lock (_gate)
        {
            if (_tails.TryGetValue(key, out var tail) && tail == place.Done)
            {
                _tails.Remove(key);
            }
        }
    }

    private sealed class Place(ConversationLock owner, ConversationKey key) : IDisposable
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Done => _done.Task;

        public void Dispose()
        {
            owner.Release(this, key);
            _done.TrySetResult();
        }
    }
}
