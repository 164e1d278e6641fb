namespace Ruhani.Bot.Storage;

/// <summary>
/// The store can't be opened or can't write now. The message is one line an operator can act on and holds no secret.
/// </summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>With what is wrong.</summary>
    public StoreUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>With what is wrong and what caused it.</summary>
    public StoreUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
