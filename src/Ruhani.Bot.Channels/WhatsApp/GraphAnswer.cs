namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>How Graph answered a request; a closed set.</summary>
internal abstract record GraphAnswer
{
    private GraphAnswer()
    {
    }

    /// <summary>Taken. Not yet delivered: that comes as a status.</summary>
    public sealed record Accepted(string? MessageId) : GraphAnswer;

    /// <summary>Refused with a code.</summary>
    public sealed record Refused(WhatsAppError Error, TimeSpan? RetryAfter) : GraphAnswer;

    /// <summary>No answer that says anything: the network, a timeout, a proxy's page.</summary>
    public sealed record Failed(string Reason, TimeSpan? RetryAfter = null) : GraphAnswer;
}
