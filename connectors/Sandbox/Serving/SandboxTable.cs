using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Sandbox.Faults;

namespace IntegrationHub.Connectors.Sandbox.Serving;

/// <summary>The records of a fake system, ordered by change, then key. While <see cref="FaultKind.LateCommit"/> is on, the last but one is not visible.</summary>
public sealed class SandboxTable(FaultSwitch faults, Action? changed = null)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock gate = new();
    private readonly Dictionary<string, SandboxRow> rows = new(StringComparer.Ordinal);
    private IReadOnlyList<SandboxRow>? ordered;
    private int changes;

    /// <summary>How often a record was really changed since the town moved in.</summary>
    public int Changes => Volatile.Read(ref changes);

    /// <summary>Oldest change first, tombstones included.</summary>
    public IReadOnlyList<SandboxRow> All
    {
        get
        {
            lock (gate)
            {
                ordered ??= [.. rows.Values.OrderBy(row => row.ChangedAt).ThenBy(row => row.Key, StringComparer.Ordinal)];
                return faults.Is(FaultKind.LateCommit) ? [.. ordered.Where((_, place) => place != ordered.Count - 2)] : ordered;
            }
        }
    }

    /// <summary>Without tombstones.</summary>
    public IReadOnlyList<SandboxRow> Live => [.. All.Where(row => !row.Deleted)];

    public SandboxRow? Find(string key)
    {
        lock (gate)
        {
            return rows.GetValueOrDefault(key);
        }
    }

    /// <summary>A record of the town: not counted as a change.</summary>
    public void Add(string key, DateTimeOffset changedAt, JsonObject body) => Put(new SandboxRow(key, changedAt, Bytes(body)), counted: false);

    /// <returns>False when the record said so already.</returns>
    public bool Write(string key, DateTimeOffset changedAt, JsonObject body)
    {
        var row = new SandboxRow(key, changedAt, Bytes(body));
        if (Find(key) is { Deleted: false } before && before.Body.Span.SequenceEqual(row.Body.Span))
        {
            return false;
        }

        Put(row, counted: true);
        return true;
    }

    /// <returns>False when there is none.</returns>
    public bool Delete(string key, DateTimeOffset at)
    {
        if (Find(key) is not { Deleted: false } row)
        {
            return false;
        }

        Put(row with { ChangedAt = at, Deleted = true }, counted: true);
        return true;
    }

    private void Put(SandboxRow row, bool counted)
    {
        lock (gate)
        {
            rows[row.Key] = row;
            ordered = null;
            changes += counted ? 1 : 0;
        }

        if (counted)
        {
            changed?.Invoke();
        }
    }

    private static byte[] Bytes(JsonObject body) => JsonSerializer.SerializeToUtf8Bytes(body, Plain);
}
