using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Tests.Hub.Echo;

/// <summary>A system that is read and written: rows with versions and dates, a family name of at most twelve characters, the row told after a write.</summary>
internal sealed class SmallCrm : ISink, ISource
{
    private const int NameLength = 12;

    private readonly SortedDictionary<string, (long Version, JsonObject Row)> _rows = new(StringComparer.Ordinal);
    private long _version;

    public int Writes { get; private set; }

    public IReadOnlyDictionary<string, JsonObject> Rows => _rows.ToDictionary(pair => pair.Key, pair => pair.Value.Row);

    /// <summary>Somebody of the CRM types this.</summary>
    public void Type(string id, params (string Field, string? Value)[] fields) => Put(id, fields.Select(field => KeyValuePair.Create(field.Field, (JsonNode?)field.Value)));

    public ValueTask<SinkOutcome> WriteAsync(OutgoingRecord record, CancellationToken cancellationToken)
    {
        Writes++;
        var id = record.ForeignKey ?? $"made-{record.Key}";
        if (record.Deleted)
        {
            return ValueTask.FromResult<SinkOutcome>(new SinkOutcome.Written(SinkEffect.Unchanged, id));
        }

        var made = !_rows.ContainsKey(id);
        var body = JsonNode.Parse(record.Body.Span)!.AsObject();
        Put(id, body.Where(field => record.Changed?.Contains(field.Key) != false).Select(field => KeyValuePair.Create(field.Key, field.Value)));
        return ValueTask.FromResult<SinkOutcome>(new SinkOutcome.Written(made ? SinkEffect.Created : SinkEffect.Updated, id) { Stored = Record(id) });
    }

    public async IAsyncEnumerable<SourceRead> ReadAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var seen = after is null ? 0 : long.Parse(after.Value, System.Globalization.CultureInfo.InvariantCulture);
        var news = _rows.Where(pair => pair.Value.Version > seen).Select(pair => Record(pair.Key)).ToList();
        if (news.Count > 0)
        {
            yield return new SourceRead.Page(new SourcePage(news, [], new Checkpoint($"{_version}")));
        }
    }

    public ValueTask CommittedAsync(Checkpoint checkpoint, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    private SourceRecord Record(string id) => new() { Key = id, Version = new RecordVersion(_rows[id].Version), Body = Encoding.UTF8.GetBytes(_rows[id].Row.ToJsonString()) };

    private void Put(string id, IEnumerable<KeyValuePair<string, JsonNode?>> fields)
    {
        var row = _rows.TryGetValue(id, out var known) ? (JsonObject)known.Row.DeepClone() : new JsonObject { ["id"] = id, ["lastname"] = null, ["firstname"] = null, ["birthdate"] = null, ["email"] = null, ["phone"] = null, ["spam"] = "yes" };
        foreach (var (field, value) in fields)
        {
            row[field] = field == "lastname" && value?.ToString() is { Length: > NameLength } name ? name[..NameLength] : value?.DeepClone();
        }

        _version++;
        row["modifiedon"] = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(_version).ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
        _rows[id] = (_version, row);
    }
}
