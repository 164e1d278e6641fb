using Microsoft.Extensions.Logging;
using Ruhani.Bot.Channels.WhatsApp.Wire;

namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>
/// Marks a person's message read, with the typing sign, just before its first reply. A nicety: it waits a moment so
/// that the sign doesn't come after the reply, and what goes wrong is only logged.
/// </summary>
internal sealed class WhatsAppReadMarks(GraphClient graph, ILogger<WhatsAppReadMarks> logger)
{
    private const int Remembered = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly Lock _lock = new();
    private readonly HashSet<string> _marked = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public async Task MarkAsync(string messageId, CancellationToken cancellationToken)
    {
        if (!IsFirst(messageId))
        {
            return;
        }

        var answer = await graph.MarkReadAsync(new ReadMark(messageId), Patience, cancellationToken)
            .ConfigureAwait(false);
        if (answer is GraphAnswer.Refused refused)
        {
            logger.LogDebug("A read mark was refused: code {Code}", refused.Error.Code);
        }
    }

    private bool IsFirst(string messageId)
    {
        lock (_lock)
        {
            if (!_marked.Add(messageId))
            {
                return false;
            }

            _order.Enqueue(messageId);
            if (_order.Count > Remembered)
            {
                _marked.Remove(_order.Dequeue());
            }

            return true;
        }
    }
}
