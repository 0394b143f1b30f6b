using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Signature.Goodflag;

/// <summary>A workflow as the hub keeps it: Goodflag's fields, and <c>signers</c>, the people of its signature steps, beside them. Those who only approve are no signers.</summary>
internal static class Workflow
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Dates = ["created", "updated", "started", "stopped", "finished"];

    public static string? Id(JsonElement workflow) => Text(workflow, "id");

    public static string? Status(JsonElement workflow) => Text(workflow, "workflowStatus");

    public static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The latest of its own dates, which are milliseconds since 1970.</summary>
    public static DateTimeOffset? ChangedAt(JsonElement workflow) => Dates
        .Select(name => workflow.TryGetProperty(name, out var date) && date.ValueKind == JsonValueKind.Number && date.TryGetInt64(out var at) && at is > 0 and < 253_402_300_800_000
            ? DateTimeOffset.FromUnixTimeMilliseconds(at) : (DateTimeOffset?)null)
        .Max();

    /// <summary>Between two dates the progress alone grows: it orders the versions that one date shares.</summary>
    public static SourceRecord Record(string key, JsonElement workflow, DateTimeOffset at)
    {
        var progress = workflow.TryGetProperty("progress", out var share) && share.TryGetDouble(out var done) ? done : 0;
        return new SourceRecord
        {
            Key = key, Version = new RecordVersion(at.UtcTicks, progress.ToString("000.00", CultureInfo.InvariantCulture)), ChangedAt = at, Body = Body(workflow),
        };
    }

    private static byte[] Body(JsonElement workflow)
    {
        var body = JsonObject.Create(workflow)!.DeepClone().AsObject();
        var (signers, step) = (new JsonArray(), 0);
        foreach (var place in workflow.TryGetProperty("steps", out var steps) ? [.. steps.EnumerateArray()] : Array.Empty<JsonElement>())
        {
            step++;
            var recipients = Text(place, "stepType") == "signature" && place.TryGetProperty("recipients", out var all) ? all.EnumerateArray().ToList() : [];
            for (var i = 0; i < recipients.Count; i++)
            {
                var signer = JsonObject.Create(recipients[i])!.DeepClone().AsObject();
                signer["place"] = string.Create(CultureInfo.InvariantCulture, $"{step}-{i + 1}");
                signers.Add(signer);
            }
        }

        body["signers"] = signers;
        return JsonSerializer.SerializeToUtf8Bytes(body, Plain);
    }
}
