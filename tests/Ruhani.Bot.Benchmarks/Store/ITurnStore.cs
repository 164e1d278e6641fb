namespace Ruhani.Bot.Benchmarks.Store;

/// <summary>What a turn asks of a store, the same for each that is measured.</summary>
internal interface ITurnStore : IAsyncDisposable
{
    string Name { get; }

    /// <summary>Reads the conversation, writes its next version, marks the activity and adds one message.</summary>
    /// <returns>The message's id.</returns>
    Task<string> TurnAsync(int conversation, long activity);

    /// <summary>Removes messages that were delivered.</summary>
    Task DeliveredAsync(IReadOnlyList<string> messages);
}
