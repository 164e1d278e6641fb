using System.Text.Json;
using Ruhani.Bot.Channels.WhatsApp.Wire;

namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>
/// One webhook call, taken apart: entries × changes × messages and statuses, only those of our own number.
/// </summary>
/// <param name="Messages">What people sent, in the order of the call.</param>
/// <param name="Statuses">What became of our messages.</param>
/// <param name="Skipped">Parts that are not ours: another number's, of another field, echoes of our own.</param>
/// <param name="Phone">Our own number as it is shown; null when nothing here is ours.</param>
/// <param name="Errors">Codes of errors reported outside messages and statuses.</param>
internal sealed record WhatsAppNotice(
    IReadOnlyList<WhatsAppInbound> Messages,
    IReadOnlyList<WhatsAppStatus> Statuses,
    int Skipped,
    string? Phone,
    IReadOnlyList<int> Errors)
{
    public static WhatsAppNotice Read(JsonElement root, string phoneNumberId)
    {
        var messages = new List<WhatsAppInbound>();
        var statuses = new List<WhatsAppStatus>();
        var errors = new List<int>();
        var skipped = 0;
        string? phone = null;
        foreach (var change in root.Items("entry").SelectMany(entry => entry.Items("changes")))
        {
            var value = change.Child("value");
            if (change.Text("field") != "messages"
                || value?.Child("metadata")?.Text("phone_number_id") != phoneNumberId)
            {
                skipped++;
                continue;
            }

            phone = value.Value.Child("metadata")?.NonEmpty("display_phone_number") ?? phone;
            var contacts = value.Value.Items("contacts").ToList();
            foreach (var message in value.Value.Items("messages"))
            {
                var read = WhatsAppInbound.Read(message, contacts);
                skipped += read is null ? 1 : 0;
                messages.AddRange(read is null ? [] : [read]);
            }

            statuses.AddRange(value.Value.Items("statuses")
                .Select(s => WhatsAppStatus.Read(s, contacts)).OfType<WhatsAppStatus>());
            errors.AddRange(value.Value.Items("errors").Select(e => (int)(e.Number("code") ?? -1)));
        }

        return new WhatsAppNotice(messages, statuses, skipped, phone, errors);
    }
}
