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

    private static IReadOnlyList<JsonElement> People(JsonElement told)
    {
        if (told.TryGetProperty("data", out var data))
        {
            return data.TryGetProperty("people", out var people) ? [.. people.EnumerateArray()] : [];
        }

        return told.TryGetProperty("state", out _) ? [told] : [];
    }
}
