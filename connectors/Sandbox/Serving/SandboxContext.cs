using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Sandbox.Faults;

namespace IntegrationHub.Connectors.Sandbox.Serving;

/// <summary>What a fake system is given: the town, the clock, its faults, and what tests look for.</summary>
public sealed class SandboxContext(Town.Town town, SandboxOptions options)
{
    private bool planted;
    private int changes;
    private long requests;
    private long throttled;

    /// <summary>The password, key or client secret every fake accepts.</summary>
    public const string Secret = "sandbox-secret-8c1f42d7";

    /// <summary>The user or client id every fake accepts.</summary>
    public const string User = "hub";

    public Town.Town Town => town;

    public TimeProvider Time => options.Time;

    public FaultSwitch Faults { get; } = new();

    /// <summary>Where the server answers; known once it runs.</summary>
    public Uri Address { get; internal set; } = new("http://127.0.0.1");

    /// <summary>How often a record was really changed since the town moved in.</summary>
    public int Changes => Volatile.Read(ref changes);

    /// <summary>Requests of a system that counts them, those it throttled included.</summary>
    public long Requests => Interlocked.Read(ref requests);

    /// <summary>Requests answered 429 because there were too many.</summary>
    public long Throttled => Interlocked.Read(ref throttled);

    /// <summary>Names of the fields <see cref="Plant(JsonObject)"/> adds, for a system that knows its columns.</summary>
    public IEnumerable<string> PlantedNames => options.Planted.Keys;

    /// <summary>A new table of records; see <see cref="SandboxTable"/>.</summary>
    public SandboxTable Table() => new(Faults, () => CountChange());

    /// <summary>A request came, and was carried out or told to come again later.</summary>
    public void CountRequest(bool tooMany)
    {
        Interlocked.Increment(ref requests);
        Interlocked.Add(ref throttled, tooMany ? 1 : 0);
    }

    /// <summary>A record was created, changed or deleted: for systems that keep their own table.</summary>
    public void CountChange(int by = 1) => Interlocked.Add(ref changes, by);

    /// <summary>Adds the test's extra fields to the first record that asks: personal numbers in fields named so and inside a text.</summary>
    public JsonObject Plant(JsonObject record)
    {
        var first = !planted;
        planted = true;
        return Plant(record, first);
    }

    /// <summary>The same for a fake that makes its records anew for each request.</summary>
    public JsonObject Plant(JsonObject record, bool first)
    {
        if (first)
        {
            foreach (var (name, value) in options.Planted)
            {
                record[name] = value;
            }
        }

        return record;
    }
}
