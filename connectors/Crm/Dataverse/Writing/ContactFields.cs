using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Crm.Dataverse.Writing;

/// <summary>The columns of one write, made fit for Dynamics: only those that changed, cut to their lengths and said so, no refusal of contact taken back that is not the hub's own.</summary>
internal sealed class ContactFields
{
    private readonly JsonObject _all;
    private readonly IReadOnlySet<string>? _changed;

    public ContactFields(OutgoingRecord record, DataverseWriteSettings settings)
    {
        _all = JsonNode.Parse(record.Body.Span) as JsonObject ?? throw new FormatException("an outgoing contact is a JSON object");
        var left = new HashSet<string>(StringComparer.Ordinal);
        var issues = new List<SinkIssue>();
        foreach (var (column, value) in _all.ToList())
        {
            if (column.StartsWith(ContactColumns.Refusals, StringComparison.Ordinal) && !Refuses(value) && !record.Ours.Contains(column))
            {
                _all.Remove(column);
                left.Add(column);
            }
            else if (Length(column, settings) is { } most && value?.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is var text && text.Length > most)
            {
                _all[column] = Cut(text, most);
                issues.Add(new SinkIssue(column, "length.cut"));
            }
        }

        foreach (var column in _all.Where(pair => pair.Value is null && pair.Key.StartsWith(ContactColumns.Refusals, StringComparison.Ordinal)).Select(pair => pair.Key).ToList())
        {
            _all[column] = false; // such a column is never empty
        }

        State(record);
        (_changed, Left, Issues) = (record.Changed, left, issues);
    }

    /// <summary>Columns that stay as they are there.</summary>
    public IReadOnlySet<string> Left { get; }

    /// <summary>Columns that were cut.</summary>
    public IReadOnlyList<SinkIssue> Issues { get; }

    /// <summary>What to send to a contact that has the rest already; empty when there is nothing to send.</summary>
    public JsonObject Changed => _changed is null ? All : Only(column => _changed.Contains(column) || (column == ContactColumns.Status && _all.ContainsKey(ContactColumns.State)
        && (_changed.Contains(ContactColumns.State) || Reactivated)) || (column == ContactColumns.State && Reactivated));

    /// <summary>What to send to a contact of which nothing is known.</summary>
    public JsonObject All => (JsonObject)_all.DeepClone();

    private bool Reactivated { get; set; }

    public static ReadOnlyMemory<byte> Bytes(JsonObject columns) => Encoding.UTF8.GetBytes(columns.ToJsonString());

    // 0 and 1: active; 1 and 2: inactive. A cleared state is that of somebody who is not dead after all.
    private void State(OutgoingRecord record)
    {
        if (!_all.TryGetPropertyValue(ContactColumns.State, out var state) && !record.Returns)
        {
            return;
        }

        var inactive = state is not null && state.ToString() == "1";
        Reactivated = record.Returns && !inactive;
        _all[ContactColumns.State] = inactive ? 1 : 0;
        _all[ContactColumns.Status] = inactive ? 2 : 1;
    }

    private JsonObject Only(Func<string, bool> wanted) => new(_all.Where(pair => wanted(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));

    private static bool Refuses(JsonNode? value) => value?.GetValueKind() == JsonValueKind.True;

    private static int? Length(string column, DataverseWriteSettings settings) =>
        settings.Lengths.TryGetValue(column, out var own) ? own : ContactColumns.Lengths.TryGetValue(column, out var standard) ? standard : null;

    // Never half of a character that takes two.
    private static string Cut(string text, int most) => text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
