using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Signature.Docusign;

/// <summary>An envelope as the hub keeps it, whether a list, the envelope's own address or a webhook told it: DocuSign's fields, with <c>signers</c> beside them and without documents.</summary>
internal static class Envelope
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Dates = ["lastModifiedDateTime", "statusChangedDateTime", "createdDateTime"];

    private static readonly string[] LeftOut = ["recipients", "envelopeDocuments", "attachments"];

    public static string? Id(JsonElement envelope) => envelope.TryGetProperty("envelopeId", out var id) ? id.GetString() : null;

    public static string? Status(JsonElement envelope) => envelope.TryGetProperty("status", out var status) ? status.GetString() : null;

    /// <summary>The latest of its own dates of change: what orders its versions.</summary>
    public static DateTimeOffset? ChangedAt(JsonElement envelope) => Dates
        .Select(name => envelope.TryGetProperty(name, out var date) && DateTimeOffset.TryParse(date.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : (DateTimeOffset?)null)
        .Max();

    /// <param name="envelope">As DocuSign tells it.</param>
    /// <param name="recipients">Who it goes to, by kind; null where that is not known yet.</param>
    public static byte[] Body(JsonElement envelope, JsonElement? recipients)
    {
        var body = JsonObject.Create(envelope)!.DeepClone().AsObject();
        foreach (var name in LeftOut)
        {
            body.Remove(name);
        }

        if (recipients is { } all)
        {
            body["signers"] = all.TryGetProperty("signers", out var signers) ? JsonNode.Parse(signers.GetRawText()) : new JsonArray();
        }

        return JsonSerializer.SerializeToUtf8Bytes(body, Plain);
    }

    public static SourceRecord Record(string key, JsonElement envelope, JsonElement recipients, DateTimeOffset at) =>
        new() { Key = key, Version = new RecordVersion(at.UtcTicks), ChangedAt = at, Body = Body(envelope, recipients) };
}
