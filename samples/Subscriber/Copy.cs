using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Subscriber;

/// <summary>A subscriber's copy of the people it may know: right whatever comes twice, late or again.</summary>
public sealed class Copy
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (long Version, string? Citizen)> _people = new(StringComparer.Ordinal);

    /// <summary>Applies an event's body, or a line of a snapshot.</summary>
    public void Apply(JsonElement told)
    {
        lock (_gate)
        {
            foreach (var person in People(told))
            {
                var id = person.GetProperty("id").GetString()!;
                var version = person.GetProperty("version").GetInt64();
                if (_people.TryGetValue(id, out var held) && held.Version > version)
                {
                    continue;
                }

                var active = person.GetProperty("state").GetString() == "active";
                _people[id] = (version, active ? person.GetProperty("citizen").GetRawText() : null);
            }
        }
    }

    /// <summary>Who is held now: id, version and the citizen's JSON.</summary>
    public IReadOnlyDictionary<string, (long Version, string Citizen)> Held()
    {
        lock (_gate)
        {
            return _people.Where(pair => pair.Value.Citizen is not null).ToDictionary(pair => pair.Key, pair => (pair.Value.Version, pair.Value.Citizen!), StringComparer.Ordinal);
        }
    }

    /// <summary>What the hub is asked to compare, as JSON lines: <c>POST /v1/subscriptions/NAME/reconciliation</c>.</summary>
    /// <param name="key">16 or more random bytes, new each time.</param>
    /// <param name="cursor">Id of the last event taken; null when none was.</param>
    public IEnumerable<string> Fingerprints(byte[] key, string? cursor)
    {
        yield return JsonSerializer.Serialize(new { key, cursor });
        foreach (var (id, held) in Held())
        {
            yield return JsonSerializer.Serialize(new { id, hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{held.Citizen}")) });
        }
    }

    private static IReadOnlyList<JsonElement> People(JsonElement told)
    {
        if (told.TryGetProperty("data", out var data))
        {
            return data.TryGetProperty("people", out var people) ? [.. people.EnumerateArray()] : [];
        }

        return told.TryGetProperty("state", out _) ? [told] : [];
    }
}
