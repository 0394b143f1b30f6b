using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Hub.Sinks;

/// <summary>A person's record on the way out: what is sent, and what is remembered of it once it is written.</summary>
internal sealed class SinkRecord
{
    private readonly SinkMemory _memory;
    private readonly string? _foreignKey;
    private readonly SentFields _before;

    /// <param name="memory">Hashes fields.</param>
    /// <param name="foreignKey">The record's id there, where it is known.</param>
    /// <param name="before">What was written to that record so far.</param>
    /// <param name="target">The fields by the outgoing mapping; empty for a deletion.</param>
    public SinkRecord(SinkMemory memory, string? foreignKey, SentFields before, JsonObject target)
    {
        (_memory, _foreignKey, _before, Body) = (memory, foreignKey, before, target);
        if (foreignKey is null)
        {
            return;
        }

        Ours = before.Sent.Where(pair => pair.Value != memory.Hash(foreignKey, pair.Key, null)).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var field in Ours.Where(field => !target.ContainsKey(field)))
        {
            target[field] = null;
        }

        Changed = before.Sent.Count == 0 ? null
            : target.Where(field => before.Sent.GetValueOrDefault(field.Key) != memory.Hash(foreignKey, field.Key, field.Value)).Select(field => field.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The fields to send: those of the mapping, and a null for each that was written before and has no value any more.</summary>
    public JsonObject Body { get; }

    /// <summary>Fields that differ from what was last written; null for a record never written.</summary>
    public IReadOnlySet<string>? Changed { get; }

    /// <summary>Fields that hold what the hub wrote, as far as it knows.</summary>
    public IReadOnlySet<string> Ours { get; } = new HashSet<string>();

    public ReadOnlyMemory<byte> Bytes => Encoding.UTF8.GetBytes(Body.ToJsonString());

    /// <summary>What is known of the record after the write.</summary>
    /// <param name="written">How it ended.</param>
    /// <param name="theirs">The record was read from there before it was written.</param>
    public SentFields After(SinkOutcome.Written written, bool theirs)
    {
        if (written.ForeignKey is not { } record)
        {
            return SentFields.None;
        }

        var old = record == _foreignKey ? _before : SentFields.None;
        var sent = old.Sent.ToDictionary(StringComparer.Ordinal);
        foreach (var (field, value) in Body.Where(pair => !written.Left.Contains(pair.Key)))
        {
            sent[field] = _memory.Hash(record, field, value);
        }

        return new SentFields
        {
            Theirs = old.Sent.Count == 0 ? theirs : old.Theirs,
            Version = written.Stored?.Version.Number ?? old.Version,
            Sent = sent,
            Kept = written.Stored is { } stored ? Kept(record, old, sent, stored, written.Effect == SinkEffect.Created) : old.Kept,
            Cut = [.. written.Issues.Select(issue => issue.Field).Union(Changed is null ? [] : old.Cut.Where(field => !Changed.Contains(field))).Order(StringComparer.Ordinal)],
        };
    }

    // Of a record the hub made, everything the system filled by itself is an answer to that; of any other, only the fields just sent.
    private Dictionary<string, string> Kept(string record, SentFields old, Dictionary<string, string> sent, SourceRecord stored, bool made)
    {
        var kept = old.Kept.ToDictionary(StringComparer.Ordinal);
        var row = JsonNode.Parse(stored.Body.Span) as JsonObject ?? [];
        var told = sent.Keys.Where(field => Changed?.Contains(field) != false);
        foreach (var field in (made ? told.Union(row.Select(pair => pair.Key)) : told).ToList())
        {
            var hash = _memory.Hash(record, field, row[field]);
            if (sent.GetValueOrDefault(field) == hash)
            {
                kept.Remove(field);
            }
            else
            {
                kept[field] = hash;
            }
        }

        return kept;
    }
}
