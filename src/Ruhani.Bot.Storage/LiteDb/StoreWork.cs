namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>Something waiting for the writer's thread.</summary>
internal abstract class StoreWork
{
    /// <summary>True when it may be held back until other work comes.</summary>
    public virtual bool CanWait => false;

    public abstract void Fail(Exception failure);
}

/// <summary>A question to the store; answered from what is durable.</summary>
internal abstract class ReadWork : StoreWork
{
    public abstract void Run(StoreSession session);
}

/// <inheritdoc cref="ReadWork"/>
internal sealed class ReadWork<T>(Func<StoreSession, T> read) : ReadWork
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Task => _done.Task;

    public override void Run(StoreSession session) => _done.SetResult(read(session));

    public override void Fail(Exception failure) => _done.TrySetException(failure);
}

/// <summary>A change; staged, written together with its neighbours, and only then reported.</summary>
internal sealed class WriteWork(Func<StoreSession, CommitOutcome> stage, bool canWait = false) : StoreWork
{
    private readonly TaskCompletionSource<CommitOutcome> _done =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private CommitOutcome _outcome;

    public override bool CanWait => canWait;

    public Task<CommitOutcome> Task => _done.Task;

    public void Stage(StoreSession session) => _outcome = stage(session);

    public void Complete() => _done.SetResult(_outcome);

    public override void Fail(Exception failure) => _done.TrySetException(failure);
}
