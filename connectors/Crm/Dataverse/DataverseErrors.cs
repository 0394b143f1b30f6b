using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Crm.Dataverse;

/// <summary>Reads <c>{"error":{"code":"0x…"}}</c>: the code decides before the status, because Microsoft's own pages disagree about some statuses. Messages are never told: they may quote values.</summary>
internal static class DataverseErrors
{
    public const string Expired = "dataverse.expired";
    public const string Duplicate = "dataverse.duplicate";
    public const string Missing = "dataverse.missing";
    public const string KeyHeld = "dataverse.key-held";

    public static Failure? Judge(HttpReply reply, Failure? usual) => usual is null || Code(reply) is not { } code ? usual : code switch
    {
        "0x80044352" => new Failure(FailureKind.Denied, Expired, "The delta token has expired: read from the beginning."),
        "0x80040217" or "0x80060891" => new Failure(FailureKind.Refused, Missing, $"Dynamics has no such record ({code})."),
        "0x80060892" => new Failure(FailureKind.Refused, KeyHeld, $"Another record bears this alternate key already ({code}): find it in Dynamics, and merge the two or clear its key."),
        "0x80040333" or "0x80040237" =>
            new Failure(FailureKind.Refused, Duplicate, $"A record like this one is there already ({code}): find the duplicate in Dynamics, or merge the two."),
        "0x80072321" or "0x80072322" or "0x80072326" when usual.Kind != FailureKind.Throttled =>
            new Failure(FailureKind.Passing, "dataverse.limit", "The service protection of Dynamics asks to wait."),
        _ => usual with { Detail = $"{usual.Detail} Dynamics says {code}." },
    };

    private static string? Code(HttpReply reply)
    {
        using var json = reply.TryJson();
        return json?.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
            && error.TryGetProperty("code", out var code) && code.GetString() is { Length: > 2 and <= 10 } text && text.StartsWith("0x", StringComparison.Ordinal)
            && text.Skip(2).All(char.IsAsciiHexDigit) ? text : null;
    }
}
