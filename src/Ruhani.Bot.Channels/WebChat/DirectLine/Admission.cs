using Microsoft.AspNetCore.Http;

namespace Ruhani.Bot.Channels.WebChat.DirectLine;

/// <summary>What the gate decided; holds the conversation's log until it is disposed of.</summary>
internal sealed class Admission : IDisposable
{
    private readonly ConversationLogs.Lease? _lease;
    private readonly Ticket? _ticket;

    private Admission(Ticket? ticket, ConversationLogs.Lease? lease, IResult? refusal)
    {
        _ticket = ticket;
        _lease = lease;
        Refusal = refusal;
    }

    /// <summary>The answer to a request that is not let in; null when it is.</summary>
    public IResult? Refusal { get; }

    /// <summary>Who came, when let in.</summary>
    public Ticket Ticket => _ticket ?? throw new InvalidOperationException("The request was refused.");

    /// <summary>The conversation entered.</summary>
    public ConversationLog Log => _lease?.Log ?? throw new InvalidOperationException("No conversation was entered.");

    /// <summary>Lets in.</summary>
    public static Admission Grant(Ticket ticket, ConversationLogs.Lease? lease = null) => new(ticket, lease, null);

    /// <summary>Sends away.</summary>
    public static Admission Refuse(IResult refusal) => new(null, null, refusal);

    public void Dispose() => _lease?.Dispose();
}
