namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>
/// The log file. LiteDB 5.0.20 flushes after each page, or not, as its queue happens to run; here that is ignored, and
/// order is kept where it matters: all other pages of a transaction are durable before the page that confirms it is
/// written, and <see cref="AwaitConfirmed"/> makes that one durable before anybody is told.
/// </summary>
internal sealed class LogStream(Stream inner) : DurableStream(inner)
{
    /// <summary>Where a page says that it is the last one of its transaction (<c>BasePage.P_IS_CONFIRMED</c>).</summary>
    private const int ConfirmedFlag = 18;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly ManualResetEventSlim _written = new();
    private bool _unsynced;

    public override void Flush()
    {
    }

    public override void Sync()
    {
        base.Sync();
        _unsynced = false;
    }

    public override void SetLength(long value)
    {
        base.SetLength(value);
        Sync();
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        lock (_lock)
        {
            var confirms = buffer[offset + ConfirmedFlag] != 0;
            try
            {
                if (confirms && _unsynced)
                {
                    Sync();
                }

                base.Write(buffer, offset, count);
                _unsynced = true;
            }
            finally
            {
                if (confirms || Failure is not null)
                {
                    _written.Set();
                }
            }
        }
    }

    /// <summary>Call before a transaction is committed.</summary>
    public void ExpectConfirmation() => _written.Reset();

    /// <summary>Returns when the transaction committed since <see cref="ExpectConfirmation"/> is durable.</summary>
    /// <exception cref="IOException">It isn't, and nobody knows whether it will turn out to be.</exception>
    public void AwaitConfirmed()
    {
        if (!_written.Wait(Patience))
        {
            throw new IOException("The log did not take the transaction in time.");
        }

        lock (_lock)
        {
            if (Failure is { } failure)
            {
                throw new IOException(failure.Message, failure);
            }

            Sync();
        }
    }
}
