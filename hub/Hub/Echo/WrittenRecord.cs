using System.Text.Json.Nodes;
using IntegrationHub.Hub.Sinks;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Echo;

/// <summary>A foreign record that the hub wrote, as it is remembered.</summary>
internal sealed class WrittenRecord(SinkMemory memory, ToldCitizen row)
{
    private readonly SentFields _fields = SentFields.Parse(row.Written);

    public GoldenId Golden => row.Golden;

    /// <summary>The system had it before the hub wrote it.</summary>
    public bool Theirs => _fields.Theirs;

    /// <summary>Which fields hold what the hub wrote, and which of them somebody edited there since.</summary>
    /// <param name="body">The record as it arrives.</param>
    /// <param name="version">Its version.</param>
    /// <param name="own">The record as its source last said it; null when it never did.</param>
    public (IReadOnlySet<string> Echoes, IReadOnlyList<string> Edited) Sort(JsonObject body, long version, JsonObject? own)
    {
        var (echoes, edited) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (var (field, value) in body)
        {
            if (_fields.Expected(field) is not { Length: > 0 } expected)
            {
                continue;
            }

            if (expected == memory.Hash(row.ForeignKey!, field, value))
            {
                echoes.Add(field);
            }
            else if (_fields.Sent.ContainsKey(field) && IsLater(version) && !JsonNode.DeepEquals(own?[field], value))
            {
                edited.Add(field);
            }
        }

        return (echoes, edited);
    }

    /// <summary>These fields were edited there: should what the hub wrote stand in them again, somebody will have put it there.</summary>
    public Task ForgetAsync(IReadOnlyList<string> fields, CancellationToken cancellationToken)
    {
        var kept = _fields.Kept.ToDictionary(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            kept[field] = "";
        }

        return memory.SaveAsync(row.Golden, row.Version, row.Inside, row.ForeignKey, _fields with { Kept = kept }, row.At, cancellationToken);
    }

    // An older page, read before the write and absorbed after it, edits nothing.
    private bool IsLater(long version) => _fields.Version is not { } written || version > written;
}
