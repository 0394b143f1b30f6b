using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mappings.Engine.Running;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mappings.Engine;

/// <summary>A mapping ready to run: source record in, mapped record and issues out. Pure, and safe for many threads at once.</summary>
public sealed class CompiledMapping
{
    private readonly MappingPlan plan;

    internal CompiledMapping(MappingPlan plan) => this.plan = plan;

    /// <summary>Name of the mapping: <c>crm</c>.</summary>
    public required string Name { get; init; }

    public string? Title { get; init; }

    /// <summary>Column that holds the record's key, for connectors that must be told; null when the connector knows.</summary>
    public string? KeyColumn { get; init; }

    /// <param name="connection">Name of the connection the record came through.</param>
    /// <param name="record">The record as the source gave it.</param>
    /// <param name="received">When it reached the hub: dates after it are dates to come. Kept with the record, so that mapping it again gives the same.</param>
    /// <returns>Never throws for what a record holds: what cannot be used is an issue.</returns>
    public MappedRecord Map(string connection, SourceRecord record, DateTimeOffset received)
    {
        var empty = new MappedRecord
        {
            Key = new RecordKey(connection, record.Key),
            Version = new SourceVersion(record.Version.Number, record.Version.Text),
            Deleted = record.Deleted,
            ChangedAt = record.ChangedAt,
        };
        if (record.Deleted)
        {
            return empty;
        }

        try
        {
            return Fill(empty, Row.Read(plan.Shape, record.Body), new Attempt(received));
        }
        catch (JsonException)
        {
            return empty with { Issues = [new MappingIssue("record", "record.unreadable", null)] };
        }
    }

    private MappedRecord Fill(MappedRecord mapped, Row row, Attempt attempt)
    {
        var citizens = new List<CitizenPart>(1);
        var organisations = new List<OrganisationPart>(0);
        var items = new List<LinkedItem>(0);
        var relationships = new List<Relationship>(0);
        var sections = new List<(string Section, string Part)>(1);
        foreach (var section in plan.Citizens)
        {
            var before = citizens.Count;
            section.Map(row, attempt, citizens);
            for (var i = before; i < citizens.Count; i++)
            {
                citizens[i] = ConnectionName.Fill(citizens[i], mapped.Key.Connection);
                sections.Add((section.Header.Name, citizens[i].Part));
            }
        }

        foreach (var section in plan.Organisations)
        {
            var before = organisations.Count;
            section.Map(row, attempt, organisations);
            for (var i = before; i < organisations.Count; i++)
            {
                sections.Add((section.Header.Name, organisations[i].Part));
            }
        }

        foreach (var section in plan.Relationships)
        {
            section.Map(row, attempt, sections, relationships);
        }

        foreach (var section in plan.LinkedItems)
        {
            section.Map(row, attempt, sections, items);
        }

        if (citizens.Count + organisations.Count + items.Count == 0)
        {
            (attempt.Attribute, attempt.Column) = ("record", null);
            attempt.Note("record.nothing-mapped");
        }

        (attempt.Attribute, attempt.Column) = ("record.changedAt", null);
        return mapped with
        {
            ChangedAt = mapped.ChangedAt ?? plan.ChangedAt?.Evaluate(new Scope(row, row), attempt) as DateTimeOffset?,
            Citizens = citizens,
            Organisations = organisations,
            Relationships = relationships,
            LinkedItems = items,
            Issues = attempt.Issues,
        };
    }
}
