using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationHub.Hub.Sinks;

/// <summary>What was last written into one record of a foreign system, field by field, as keyed hashes: never a value.</summary>
internal sealed record SentFields
{
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    public static SentFields None { get; } = new();

    /// <summary>The record was there before the hub wrote it: the system is its source.</summary>
    public bool Theirs { get; init; }

    /// <summary>The record's version there after the last write, as its source orders versions; null where the system does not say.</summary>
    public long? Version { get; init; }

    /// <summary>Hash of what was sent, by field; a cleared field has the hash of nothing.</summary>
    public IReadOnlyDictionary<string, string> Sent { get; init; } = Nothing;

    /// <summary>Hash of what stands there, for fields the system keeps otherwise than sent, and those it filled by itself when it made the record.</summary>
    public IReadOnlyDictionary<string, string> Kept { get; init; } = Nothing;

    /// <summary>Fields whose value did not fit and was cut.</summary>
    public IReadOnlyList<string> Cut { get; init; } = [];

    /// <summary>The hash under which a field would be read back; null when the hub never wrote it.</summary>
    public string? Expected(string field) => Kept.GetValueOrDefault(field) ?? Sent.GetValueOrDefault(field);

    /// <param name="text">As <see cref="Print"/> wrote it; empty for nothing.</param>
    public static SentFields Parse(string text)
    {
        if (text.Length == 0 || JsonNode.Parse(text) is not JsonObject root)
        {
            return None;
        }

        return new SentFields
        {
            Theirs = root["theirs"] is not null,
            Version = (long?)root["version"],
            Sent = Hashes(root["sent"]),
            Kept = Hashes(root["kept"]),
            Cut = [.. (root["cut"]?.AsArray() ?? []).Select(field => (string)field!)],
        };
    }

    public string Print()
    {
        var root = new JsonObject();
        if (Theirs)
        {
            root["theirs"] = 1;
        }

        if (Version is { } version)
        {
            root["version"] = version;
        }

        root["sent"] = Node(Sent);
        if (Kept.Count > 0)
        {
            root["kept"] = Node(Kept);
        }

        if (Cut.Count > 0)
        {
            root["cut"] = new JsonArray([.. Cut.Select(field => (JsonNode)field)]);
        }

        return root.ToJsonString();
    }

    /// <summary>Nine bytes of HMAC-SHA256: enough to tell an echo from an edit, too little and too keyed to tell the value.</summary>
    /// <param name="key">The registry's own.</param>
    /// <param name="record">The record's id in the foreign system.</param>
    /// <param name="field">Name of the field there.</param>
    /// <param name="value">Its value; null for none.</param>
    public static string Hash(ReadOnlySpan<byte> key, string record, string field, JsonNode? value)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{record}\u001f{field}\u001f{value?.ToJsonString(Plain) ?? "null"}"), hash);
        return Base64Url.EncodeToString(hash[..9]);
    }

    private static readonly JsonSerializerOptions Plain = new();

    private static Dictionary<string, string> Hashes(JsonNode? node) =>
        (node as JsonObject ?? []).ToDictionary(pair => pair.Key, pair => (string)pair.Value!, StringComparer.Ordinal);

    private static JsonObject Node(IReadOnlyDictionary<string, string> hashes) =>
        new(hashes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
}
