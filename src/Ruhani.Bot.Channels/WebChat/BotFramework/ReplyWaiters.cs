using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Ruhani.Bot.Channels.WebChat.BotFramework;

/// <summary>
/// Lets a call with <c>deliveryMode: expectReplies</c> catch the messages that the dispatcher sends to its conversation
/// while it waits.
/// </summary>
internal sealed class ReplyWaiters
{
    private readonly ConcurrentDictionary<string, Waiter> _waiters = new(StringComparer.Ordinal);

    /// <summary>Begins to catch; null when another call of the same conversation is catching already.</summary>
    public Waiter? Open(string chat)
    {
        var waiter = new Waiter();
        return _waiters.TryAdd(chat, waiter) ? waiter : null;
    }

    /// <summary>Ends it. What comes later is delivered as usual.</summary>
    public IReadOnlyList<JsonObject> Close(string chat, Waiter waiter)
    {
        _waiters.TryRemove(KeyValuePair.Create(chat, waiter));
        return waiter.Finish();
    }

    /// <summary>Hands a message to whoever waits. False when nobody does.</summary>
    public bool TryHand(string chat, string messageId, JsonObject activity) =>
        _waiters.TryGetValue(chat, out var waiter) && waiter.Take(messageId, activity);

    /// <summary>One waiting call.</summary>
    internal sealed class Waiter
    {
        private readonly Lock _lock = new();
        private readonly List<JsonObject> _activities = [];
        private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
        private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private HashSet<string>? _expected;
        private bool _isFinished;

        /// <summary>Waits until all of these came.</summary>
        public Task Expect(IEnumerable<string> ids)
        {
            lock (_lock)
            {
                _expected = [.. ids];
                Check();
                return _complete.Task;
            }
        }

        /// <summary>Takes one in.</summary>
        public bool Take(string id, JsonObject activity)
        {
            lock (_lock)
            {
                if (_isFinished)
                {
                    return false;
                }

                if (_ids.Add(id))
                {
                    _activities.Add(activity);
                }

                Check();
                return true;
            }
        }

        /// <summary>What came.</summary>
        public IReadOnlyList<JsonObject> Finish()
        {
            lock (_lock)
            {
                _isFinished = true;
                return [.. _activities];
            }
        }

        private void Check()
        {
            if (_expected is not null && _expected.IsSubsetOf(_ids))
            {
                _complete.TrySetResult();
            }
        }
    }
}
