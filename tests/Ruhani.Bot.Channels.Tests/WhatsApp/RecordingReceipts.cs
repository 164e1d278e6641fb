using System.Threading.Channels;
using Ruhani.Bot.Outbox;

namespace Ruhani.Bot.Channels.Tests.WhatsApp;

/// <summary>Hands every receipt to the test that waits for it.</summary>
internal sealed class RecordingReceipts : IDeliveryReceipts
{
    private readonly Channel<DeliveryReceipt> _receipts = Channel.CreateUnbounded<DeliveryReceipt>();

    public int Count => _receipts.Reader.Count;

    public async Task RecordAsync(IReadOnlyList<DeliveryReceipt> receipts, CancellationToken cancellationToken)
    {
        foreach (var receipt in receipts)
        {
            await _receipts.Writer.WriteAsync(receipt, cancellationToken);
        }
    }

    public ValueTask<DeliveryReceipt> NextAsync() => _receipts.Reader.ReadAsync(TestContext.Current.CancellationToken);
}
