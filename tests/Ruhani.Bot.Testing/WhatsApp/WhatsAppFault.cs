namespace Ruhani.Bot.Testing.WhatsApp;

/// <summary>What goes wrong with one of the next requests to send; a closed set.</summary>
public abstract record WhatsAppFault
{
    private WhatsAppFault()
    {
    }

    /// <summary>All is well with this one: the fault after it is the next request's.</summary>
    public sealed record None : WhatsAppFault;

    /// <summary>Refused at once with a code.</summary>
    public sealed record Refused(int Code) : WhatsAppFault;

    /// <summary>Accepted, and reported as failed by a status afterwards.</summary>
    public sealed record FailsLater(int Code) : WhatsAppFault;

    /// <summary>A status without Graph's error body, as a proxy would give.</summary>
    public sealed record Bare(int Status, int? RetryAfterSeconds = null) : WhatsAppFault;

    /// <summary>The connection is cut without an answer.</summary>
    public sealed record Dropped : WhatsAppFault;

    /// <summary>The answer waits for a task.</summary>
    public sealed record Slow(Task Until) : WhatsAppFault;
}
