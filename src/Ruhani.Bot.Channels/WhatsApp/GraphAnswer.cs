namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>How Graph answered a request; a closed set.</summary>
internal abstract record GraphAnswer
{
    private GraphAnswer()
    {
    }

    /// <summary>Taken. A message is not yet delivered: that comes as a status.</summary>
    /// <param name="Id">The id of what was made: a message's, a file's.</param>
    /// <param name="Url">Where a file that was asked for can be fetched.</param>
    /// <param name="Size">The bytes of that file.</param>
    public sealed record Accepted(string? Id, string? Url = null, long? Size = null) : GraphAnswer;

    /// <summary>Refused with a code.</summary>
    public sealed record Refused(WhatsAppError Error, TimeSpan? RetryAfter) : GraphAnswer;

    /// <summary>Graph wasn't asked: this message can't be sent as it is.</summary>
    public sealed record Unsendable(string Reason) : GraphAnswer;

    /// <summary>No answer that says anything: the network, a timeout, a proxy's page.</summary>
    public sealed record Failed(string Reason, TimeSpan? RetryAfter = null) : GraphAnswer;
}
