using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Sandbox.Faults;
using IntegrationHub.Connectors.Sandbox.Serving;

namespace IntegrationHub.Connectors.Sandbox.Systems.Dataverse;

/// <summary>The contact table with its row versions. While <see cref="FaultKind.LateCommit"/> is on, the last row but one is not visible, and no token given then passes over it.</summary>
internal sealed class DataverseStore(SandboxContext context)
{
    public const string Key = "gru_goldenid";

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, DataverseRow> rows = [];
    private readonly Dictionary<string, Guid> keys = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Guid> late = [];
    private long version = 900_000;

    /// <summary>Held by whoever reads in order to write.</summary>
    public Lock Gate => gate;

    /// <summary>Rows by version, tombstones included.</summary>
    public IReadOnlyList<DataverseRow> Rows
    {
        get
        {
            lock (gate)
            {
                var ordered = rows.Values.OrderBy(row => row.Version).ToList();
                if (Hidden(ordered) is { } hidden)
                {
                    ordered.Remove(hidden);
                }

                return ordered;
            }
        }
    }

    public DataverseRow? Find(Guid id)
    {
        lock (gate)
        {
            return rows.GetValueOrDefault(id) is { Deleted: false } row ? row : null;
        }
    }

    public DataverseRow? ByKey(string value)
    {
        lock (gate)
        {
            return keys.TryGetValue(value, out var id) ? Find(id) : null;
        }
    }

    /// <summary>A contact of the town: not counted as a change.</summary>
    public void Add(Guid id, JsonObject columns)
    {
        lock (gate)
        {
            Set(new DataverseRow(id, ++version, columns));
        }
    }

    /// <summary>Sets columns; a null clears one. Every write takes a new version, as in Dataverse, but only one that says something new is counted as a change.</summary>
    public DataverseRow Put(Guid id, JsonObject payload)
    {
        lock (gate)
        {
            var before = Find(id);
            var columns = before?.Columns.DeepClone().AsObject() ?? new JsonObject { ["contactid"] = id.ToString(), ["statecode"] = 0, ["statuscode"] = 1, ["createdon"] = Now() };
            foreach (var (name, value) in payload)
            {
                if (value is null)
                {
                    columns.Remove(name);
                }
                else
                {
                    columns[name] = value.DeepClone();
                }
            }

            if (before is null || !JsonNode.DeepEquals(before.Columns, columns))
            {
                context.CountChange();
            }

            columns["fullname"] = $"{columns["firstname"]} {columns["lastname"]}".Trim();
            columns["modifiedon"] = Now();
            return Set(new DataverseRow(id, ++version, columns));
        }
    }

    public void Delete(DataverseRow row)
    {
        lock (gate)
        {
            Set(row with { Version = ++version, Deleted = true });
            context.CountChange();
        }
    }

    /// <summary>All rows as they are, for a change set that may fail.</summary>
    public (IReadOnlyDictionary<Guid, DataverseRow> Rows, int Changes) Keep() => (new Dictionary<Guid, DataverseRow>(rows), context.Changes);

    public void Restore((IReadOnlyDictionary<Guid, DataverseRow> Rows, int Changes) before)
    {
        rows.Clear();
        keys.Clear();
        foreach (var row in before.Rows.Values)
        {
            Set(row);
        }

        context.CountChange(before.Changes - context.Changes);
    }

    /// <summary>A token for "everything up to now", and the rows after one.</summary>
    public string Token()
    {
        lock (gate)
        {
            var ordered = rows.Values.OrderBy(row => row.Version).ToList();
            var token = version.ToString(CultureInfo.InvariantCulture);
            if (Hidden(ordered) is { } hidden)
            {
                token += "-" + ordered.IndexOf(hidden).ToString(CultureInfo.InvariantCulture);
                late[token] = hidden.Id;
            }

            return token;
        }
    }

    /// <returns>Null when the token is none of this table.</returns>
    public IReadOnlyList<DataverseRow>? Since(string token)
    {
        lock (gate)
        {
            var number = token.Split('-')[0];
            if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var after))
            {
                return null;
            }

            var missed = late.TryGetValue(token, out var id) ? id : Guid.Empty;
            return [.. Rows.Where(row => row.Version > after || row.Id == missed)];
        }
    }

    private DataverseRow Set(DataverseRow row)
    {
        if (rows.GetValueOrDefault(row.Id)?.Text(Key) is { } before && keys.GetValueOrDefault(before) == row.Id)
        {
            keys.Remove(before);
        }

        if (!row.Deleted && row.Text(Key) is { } key)
        {
            keys[key] = row.Id;
        }

        return rows[row.Id] = row;
    }

    private string Now() => context.Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private DataverseRow? Hidden(List<DataverseRow> ordered) => context.Faults.Is(FaultKind.LateCommit) && ordered.Count > 1 ? ordered[^2] : null;
}
