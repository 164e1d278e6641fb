using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ruhani.Bot.Dialogs.Slots;
using Ruhani.Bot.Knowledge;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.People;
using Ruhani.Bot.Staff;
using Ruhani.Bot.Timers;

namespace Ruhani.Bot.Turns;

/// <summary>
/// The JSON of everything that is stored: source-generated, Cyrillic unescaped (it never reaches a web page unescaped
/// from here), defaults left out.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ConversationState))]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(OutboxMessage))]
[JsonSerializable(typeof(UnansweredQuestion))]
[JsonSerializable(typeof(AnswerFeedback))]
[JsonSerializable(typeof(BotTimer))]
[JsonSerializable(typeof(Opinion))]
[JsonSerializable(typeof(OneTimeCode))]
[JsonSerializable(typeof(AuditEntry))]
[JsonSerializable(typeof(AuditHead))]
[JsonSerializable(typeof(ShownCard))]
[JsonSerializable(typeof(Suppression))]
[JsonSerializable(typeof(SlotValue))]
public sealed partial class StateJson : JsonSerializerContext
{
    /// <summary>The context to use for stored documents.</summary>
    public static StateJson Stored { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
