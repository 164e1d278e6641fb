using System.Text.Json.Nodes;
using NJsonSchema;

namespace Ruhani.Bot.Channels.Tests.WhatsApp;

/// <summary>
/// Request schemas out of the vendor's OpenAPI file as plain JSON Schemas: references put in place, <c>allOf</c> merged
/// (its parts forbid each other's properties and would accept nothing), OpenAPI's own words dropped.
/// </summary>
internal sealed class OpenApiSchemas(JsonObject document)
{
    private readonly JsonObject _schemas = document["components"]!["schemas"]!.AsObject();

    public Task<JsonSchema> MessageAsync(string type, CancellationToken cancellationToken)
    {
        var schema = Resolve(_schemas[$"{char.ToUpperInvariant(type[0])}{type[1..]}Message"]!)!.AsObject();
        return JsonSchema.FromJsonAsync(schema.ToJsonString(), cancellationToken);
    }

    private JsonNode? Resolve(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray array:
                return new JsonArray([.. array.Select(Resolve)]);
            case JsonObject json when (string?)json["$ref"] is { } reference:
                return Resolve(_schemas[reference.Split('/')[^1]]);
            case JsonObject json:
                var resolved = new JsonObject();
                foreach (var (key, value) in json)
                {
                    if (key is not ("discriminator" or "example" or "description"))
                    {
                        resolved[key] = Resolve(value);
                    }
                }

                return resolved["allOf"] is JsonArray parts ? Merge(parts) : resolved;
            default:
                return node?.DeepClone();
        }
    }

    private static JsonObject Merge(JsonArray parts)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var part in parts.Select(p => p!.AsObject()))
        {
            foreach (var (name, schema) in part["properties"]!.AsObject())
            {
                properties[name] = schema!.DeepClone();
            }

            foreach (var name in part["required"]?.AsArray() ?? [])
            {
                required.Add(name!.DeepClone());
            }
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = properties,
            ["required"] = required,
        };
    }
}
