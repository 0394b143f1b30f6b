using System.Buffers.Binary;
using System.Text.Json;
using IntegrationHub.Hub.Feed;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Hub.Reconciling;

/// <summary>What a subscriber says it holds: JSON lines, the first with the key of the fingerprints, then one person a line.</summary>
/// <remarks><c>{"key":"base64, 16 bytes or more","cursor":"id of the last event taken"}</c>, then <c>{"id":"…","hash":"base64 of HMAC-SHA256 over id.citizen"}</c>. Without a hash only presence is compared.</remarks>
public sealed class HeldCopy
{
    private const int ShortestKey = 16;
    private readonly Dictionary<GoldenId, ulong?> _people = [];

    private HeldCopy(byte[] key, long? after) => (Key, After) = (key, after);

    /// <summary>Key of the fingerprints, chosen by the subscriber.</summary>
    public byte[] Key { get; }

    /// <summary>Sequence of the last event the copy holds; null when it does not say.</summary>
    public long? After { get; }

    /// <summary>Fingerprint by id; null where only presence is said.</summary>
    public IReadOnlyDictionary<GoldenId, ulong?> People => _people;

    /// <exception cref="FormatException">A line is not of the form; the message names its number and never repeats it.</exception>
    public static async Task<HeldCopy> ReadAsync(Stream lines, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(lines);
        HeldCopy? copy = null;
        for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                using var json = JsonDocument.Parse(line);
                if (copy is null)
                {
                    copy = Head(json.RootElement);
                }
                else
                {
                    copy.Add(json.RootElement);
                }
            }
            catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
            {
                throw new FormatException(copy is null
                    ? $"line {number}: begin with {{\"key\":\"…\"}}: 16 or more random bytes in base64, and the \"cursor\" of the last event where there is one"
                    : $"line {number}: a person is {{\"id\":\"…\",\"hash\":\"…\"}}, the hash in base64", error);
            }
        }

        return copy ?? throw new FormatException("nothing came: the first line holds the key, then one person a line");
    }

    private static HeldCopy Head(JsonElement head)
    {
        var key = head.GetProperty("key").GetBytesFromBase64();
        long? after = null;
        if (head.TryGetProperty("cursor", out var cursor) && cursor.ValueKind != JsonValueKind.Null)
        {
            after = FeedCursor.TryParse(cursor.GetString(), out var at) ? at.Sequence : throw new FormatException("no cursor");
        }

        return key.Length >= ShortestKey ? new HeldCopy(key, after) : throw new FormatException("a short key");
    }

    private void Add(JsonElement person)
    {
        var id = GoldenId.TryParse(person.GetProperty("id").GetString() ?? "", out var golden) ? golden : throw new FormatException("no golden id");
        ulong? mark = null;
        if (person.TryGetProperty("hash", out var hash) && hash.ValueKind != JsonValueKind.Null)
        {
            mark = hash.GetBytesFromBase64() is { Length: >= sizeof(ulong) } bytes ? BinaryPrimitives.ReadUInt64BigEndian(bytes) : throw new FormatException("a short hash");
        }

        _people[id] = mark;
    }
}
