using System.Text.Json.Nodes;
using IntegrationHub.Hub.Contracts;

namespace IntegrationHub.Hub.Webhooks;

/// <summary>JSON Schema (2020-12) of each event, made from the same words that write them.</summary>
public static class EventSchemas
{
    /// <summary>Event types in the order of their kinds, the test event last.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. Enum.GetValues<EventKind>().Select(CloudEvent.Type), CloudEvent.TestType];

    /// <returns>Null when there is no such type.</returns>
    public static JsonObject? Of(string type) => Types.Contains(type) ? Event(type, type == CloudEvent.TestType ? Object([]) : Data()) : null;

    private static JsonObject Event(string type, JsonObject data)
    {
        var about = type == CloudEvent.TestType ? Array.Empty<(string, JsonObject)>() :
        [
            ("subject", Id()),
            ("sequence", Text("Position in the registry's log, twenty digits.", "^[0-9]{20}$")),
            ("partitionkey", Id()),
        ];
        var schema = Object(
        [
            ("specversion", Const("1.0")),
            ("id", Text("Stable over every attempt and replay; after it the feed can be read on.")),
            ("source", new JsonObject { ["type"] = "string", ["format"] = "uri-reference" }),
            ("type", Const(type)),
            ("time", new JsonObject { ["type"] = "string", ["format"] = "date-time" }),
            ("datacontenttype", Const("application/json")),
            .. about,
            ("data", data),
        ]);
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        schema["$id"] = $"urn:integrationhub:schema:{type}";
        return schema;
    }

    private static JsonObject Data() => Object(
    [
        ("id", Id()),
        ("version", Number("The citizen's version after the change.")),
        ("reason", Text("source:CONNECTION, rule:NAME, steward:DECISION, filter, refresh or registry.")),
        ("ids", List(Id())),
        ("changed", List(Text("An attribute that changed."))),
        ("people", List(Person())),
    ]);

    private static JsonObject Person()
    {
        var person = Object([("id", Id()), ("version", Number("Grows with every change of this id: ignore an older one.")), ("state", Words())]);
        var properties = person["properties"]!.AsObject();
        properties["into"] = Id();
        properties["citizen"] = new JsonObject { ["type"] = "object", ["description"] = "Permitted attributes, in the form of 'citizen' in the API description; absent in a thin event." };
        return person;
    }

    private static JsonObject Words() =>
        new() { ["enum"] = new JsonArray([.. Enum.GetNames<PersonPresence>().Select(name => JsonValue.Create(name.ToLowerInvariant()))]) };

    private static JsonObject Id() => Text("A golden id.", "^[0-9A-HJKMNP-TV-Z]{8}[0-9A-HJKMNP-TV-Z*~$=U]$");

    private static JsonObject Text(string about, string? pattern = null)
    {
        var text = new JsonObject { ["type"] = "string", ["description"] = about };
        if (pattern is not null)
        {
            text["pattern"] = pattern;
        }

        return text;
    }

    private static JsonObject Number(string about) => new() { ["type"] = "integer", ["minimum"] = 0, ["description"] = about };

    private static JsonObject Const(string value) => new() { ["const"] = value };

    private static JsonObject List(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Object(IReadOnlyList<(string Name, JsonObject Schema)> fields) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)field.Schema))),
        ["required"] = new JsonArray([.. fields.Select(field => JsonValue.Create(field.Name))]),
        ["additionalProperties"] = false,
    };
}
