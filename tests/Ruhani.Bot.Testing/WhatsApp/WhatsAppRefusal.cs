using System.Text.Json.Nodes;

namespace Ruhani.Bot.Testing.WhatsApp;

/// <summary>An error as Graph words it.</summary>
public sealed record WhatsAppRefusal(int Status, int Code, string Title, string Details, int? Subcode = null)
{
    public static WhatsAppRefusal Unauthorized { get; } =
        new(401, 190, "Invalid OAuth access token - Cannot parse access token", "Authentication Error");

    public static WhatsAppRefusal UnknownObject { get; } = new(
        400, 100, "Unsupported post request. Object with this ID does not exist", "cannot be loaded", Subcode: 33);

    public static WhatsAppRefusal Invalid(string details) =>
        new(400, 100, "(#100) Invalid parameter", details);

    public static WhatsAppRefusal Missing(string parameter) =>
        new(400, 131008, "(#131008) Required parameter is missing", $"Parameter '{parameter}' is mandatory");

    public static WhatsAppRefusal Value(string details) =>
        new(400, 131009, "(#131009) Parameter value is not valid", details);

    public static WhatsAppRefusal OfCode(int code) => code switch
    {
        0 or 190 => Unauthorized with { Code = code },
        130429 => new(429, code, "(#130429) Rate limit hit", "Cloud API message throughput has been reached."),
        131056 => new(400, code, "(#131056) (Business Account, Consumer Account) pair rate limit hit", "Too many"),
        131000 or 131016 => new(500, code, $"(#{code}) Something went wrong", "Try again later"),
        _ => new(400, code, $"(#{code}) Refused", "Scripted by the stand-in"),
    };

    public JsonObject ToJson()
    {
        var error = new JsonObject
        {
            ["message"] = Title,
            ["type"] = "OAuthException",
            ["code"] = Code,
            ["error_data"] = new JsonObject { ["messaging_product"] = "whatsapp", ["details"] = Details },
            ["fbtrace_id"] = "AbCdEfGhIjKlMnOpQrStUv",
        };
        if (Subcode is { } subcode)
        {
            error["error_subcode"] = subcode;
        }

        return new JsonObject { ["error"] = error };
    }
}
