using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Mappings.Engine.Functions;
using IntegrationHub.Mappings.Engine.Running;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mappings.Engine.Outgoing;

/// <summary>A mapping the other way: a golden record in, the object a target system expects out. Pure, and safe for many threads at once.</summary>
public sealed class OutgoingMapping
{
    private readonly RowShape shape;
    private readonly IReadOnlyList<OutgoingField> fields;

    internal OutgoingMapping(RowShape shape, IReadOnlyList<OutgoingField> fields) => (this.shape, this.fields) = (shape, fields);

    public required string Name { get; init; }

    /// <summary>What it reads of a person, as its document writes it: <c>address.street</c>, <c>email</c>, <c>extra.longitude</c>. In ordinal order.</summary>
    public IReadOnlyList<string> Reads => [.. Enumerable.Range(0, shape.Count).Select(shape.NameAt).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <param name="at">When it is sent; the only clock a mapping knows.</param>
    public (JsonObject Target, IReadOnlyList<MappingIssue> Issues) Map(GoldenRecord golden, DateTimeOffset at)
    {
        var source = MappedJson.Of(golden.Citizen);
        source["id"] = golden.Id.ToString();
        source["version"] = golden.Version.ToString(CultureInfo.InvariantCulture);
        return Map(source, at);
    }

    /// <param name="golden">A golden citizen as <see cref="MappedJson"/> writes it, with id and version.</param>
    public (JsonObject Target, IReadOnlyList<MappingIssue> Issues) Map(JsonObject golden, DateTimeOffset at)
    {
        var source = (JsonObject)golden.DeepClone();
        Flatten(source);
        var row = Row.Read(shape, Encoding.UTF8.GetBytes(source.ToJsonString()));
        var attempt = new Attempt(at);
        return (Group(fields, new Scope(row, row), attempt), attempt.Issues);
    }

    private static JsonObject Group(IReadOnlyList<OutgoingField> fields, in Scope scope, Attempt attempt)
    {
        var group = new JsonObject();
        foreach (var field in fields)
        {
            if (field.Value is null)
            {
                if (Group(field.Fields, scope, attempt) is { Count: > 0 } inner)
                {
                    group[field.Name] = inner;
                }

                continue;
            }

            (attempt.Attribute, attempt.Column) = (field.Path, null);
            if (field.Value.Evaluate(scope, attempt) is { } value)
            {
                group[field.Name] = Json(value);
            }
        }

        return group;
    }

    private static JsonNode? Json(object value) => value switch
    {
        bool flag => flag,
        decimal number => number,
        string?[] list => new JsonArray([.. list.Select(t => (JsonNode?)t)]),
        _ => ValueText.Of(value),
    };

    /// <summary>Identifiers and lists by name: <c>identifiers.crm</c>, <c>email</c>, <c>phone</c>, <c>address.city</c>, <c>consents.email.newsletter</c> (true or false), <c>deceased</c>.</summary>
    private static void Flatten(JsonObject source)
    {
        var identifiers = new JsonObject();
        foreach (var identifier in source["identifiers"]?.AsArray() ?? [])
        {
            identifiers.TryAdd((string?)identifier!["system"] ?? "", identifier["value"]?.DeepClone());
        }

        source["identifiers"] = identifiers;
        source["consents"] = Consents(source["consents"]);
        source["deceased"] = source["death"] is null ? null : "true";
        source["email"] = source["emails"]?[0]?["value"]?.DeepClone();
        source["phone"] = source["phones"]?[0]?["value"]?.DeepClone();
        source["address"] = source["addresses"]?[0]?.DeepClone();
        source["emails"] = List(source["emails"]);
        source["phones"] = List(source["phones"]);
        source.Remove("addresses");
    }

    // Of two words on one channel and purpose the refusal holds.
    private static JsonObject Consents(JsonNode? consents)
    {
        var channels = new JsonObject();
        foreach (var consent in consents?.AsArray() ?? [])
        {
            var (channel, purpose, granted) = ((string?)consent!["channel"] ?? "", (string?)consent["purpose"] ?? "", (bool?)consent["granted"] == true);
            var purposes = channels[channel] as JsonObject ?? (JsonObject)(channels[channel] = new JsonObject());
            purposes[purpose] = granted && (bool?)purposes[purpose] != false;
        }

        return channels;
    }

    private static JsonArray List(JsonNode? contacts) => new([.. (contacts?.AsArray() ?? []).Select(c => c?["value"]?.DeepClone())]);
}
