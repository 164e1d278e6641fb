using System.Globalization;
using System.Text.Json.Nodes;

namespace Ruhani.Bot.Testing.WhatsApp;

/// <summary>Puts messages and statuses into the envelopes WhatsApp sends them in.</summary>
public sealed class WhatsAppEvents(WhatsAppServerSettings settings)
{
    /// <summary>One webhook call with one entry and these changes.</summary>
    public JsonObject Call(params IEnumerable<JsonObject> values) => new()
    {
        ["object"] = "whatsapp_business_account",
        ["entry"] = new JsonArray(new JsonObject
        {
            ["id"] = settings.AccountId,
            ["changes"] = new JsonArray(
                [.. values.Select(v => new JsonObject { ["value"] = v, ["field"] = "messages" })]),
        }),
    };

    /// <summary>A change with messages of people, of our number unless another is named.</summary>
    public JsonObject Messages(
        IEnumerable<WhatsAppUser> users, IEnumerable<JsonObject> messages, string? phoneNumberId = null)
    {
        var value = Value(phoneNumberId);
        value["contacts"] = new JsonArray([.. users.Select(u => u.Contact())]);
        value["messages"] = new JsonArray([.. messages.Select(m => m.DeepClone())]);
        return value;
    }

    /// <summary>A change with statuses of messages of ours.</summary>
    public JsonObject Statuses(IEnumerable<WhatsAppUser> users, IEnumerable<JsonObject> statuses)
    {
        var value = Value(null);
        var contacts = users.Select(u => u.Contact()).ToArray();
        if (contacts.Length > 0)
        {
            value["contacts"] = new JsonArray([.. contacts]);
        }

        value["statuses"] = new JsonArray([.. statuses.Select(s => s.DeepClone())]);
        return value;
    }

    /// <summary>A status of a message of ours; <paramref name="code"/> for <c>failed</c>.</summary>
    public JsonObject Status(WhatsAppSent sent, WhatsAppUser? user, string state, int? code = null)
    {
        ArgumentNullException.ThrowIfNull(sent);
        var status = new JsonObject
        {
            ["id"] = sent.Id,
            ["status"] = state,
            ["timestamp"] = settings.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["recipient_id"] = sent.To,
        };
        if (user?.UserId is { } userId && (code is null || sent.To == userId))
        {
            status["recipient_user_id"] = userId;
        }

        if (sent.CallbackData is { } data)
        {
            status["biz_opaque_callback_data"] = data;
        }

        if (code is { } failure)
        {
            var refusal = WhatsAppRefusal.OfCode(failure);
            status["errors"] = new JsonArray(new JsonObject
            {
                ["code"] = failure,
                ["title"] = refusal.Title,
                ["message"] = refusal.Title,
                ["error_data"] = new JsonObject { ["details"] = refusal.Details },
            });
        }

        return status;
    }

    /// <summary>The notice that a person has a new number or id.</summary>
    public static JsonObject Changed(JsonObject message, string type, string? newPhone, string? newUserId)
    {
        ArgumentNullException.ThrowIfNull(message);
        var system = new JsonObject { ["body"] = "changed", ["type"] = type };
        if (newPhone is not null)
        {
            system["wa_id"] = newPhone;
        }

        if (newUserId is not null)
        {
            system["user_id"] = newUserId;
        }

        message["type"] = "system";
        message["system"] = system;
        return message;
    }

    private JsonObject Value(string? phoneNumberId) => new()
    {
        ["messaging_product"] = "whatsapp",
        ["metadata"] = new JsonObject
        {
            ["display_phone_number"] = settings.DisplayPhoneNumber,
            ["phone_number_id"] = phoneNumberId ?? settings.PhoneNumberId,
        },
    };
}
