using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Signature;

/// <summary>What an outgoing mapping asks to have signed: a name, and fields in the system's own words. Fields that are null are left out.</summary>
internal sealed record SigningWish(string Name, IReadOnlyDictionary<string, string> Fields)
{
    /// <exception cref="Http.Sending.HttpFailureException">Refused: it is no JSON object, or names nothing.</exception>
    public static SigningWish Read(OutgoingRecord record)
    {
        try
        {
            using var json = JsonDocument.Parse(record.Body);
            var fields = json.RootElement.EnumerateObject().Where(member => member.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Array))
                .ToDictionary(member => member.Name, member => member.Value.ToString(), StringComparer.Ordinal);
            return fields.Remove("name", out var name) && name.Length > 0
                ? new SigningWish(name, fields)
                : throw Refusals.Park("record.no-name", "What is to be signed has no name: map a text to \"name\" in the outgoing mapping.");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw Refusals.Park("record.malformed", "The record is not a JSON object: correct the outgoing mapping.");
        }
    }
}
