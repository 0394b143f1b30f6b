using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Json;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Survivorship;

namespace IntegrationHub.Hub.Contracts;

/// <summary>The one place that turns what the registry knows into what one reader may see. Pure.</summary>
/// <param name="contract">The reader's contract.</param>
/// <param name="survivorship">Survivorship under the active policy.</param>
public sealed class ContractView(AccessContract contract, SurvivorshipEngine survivorship)
{
    /// <summary>The name under which a contract permits what stewards typed themselves.</summary>
    public const string StewardSource = "steward";

    public AccessContract Contract => contract;

    /// <summary>An enricher's answer is permitted only with the part it is about: it repeats what was asked.</summary>
    public bool Permits(PartKey part) => contract.Sources.Allows(part.Record.Connection) && (AnswerKey.About(part) is not { } about || Permits(about));

    /// <summary>True when the reader may know this person: a permitted source stands behind the record.</summary>
    public bool Knows(GoldenRecord golden) => contract.Sources.IsAll || golden.Members.Any(Permits);

    /// <summary>A golden record for this reader: values survive again among the permitted sources alone.</summary>
    /// <param name="row">The record as stored.</param>
    /// <param name="sources">Its live source records; not needed by a reader permitted all sources.</param>
    /// <returns>Null for anybody but an active person of a permitted source.</returns>
    public CitizenView? Of(GoldenRow row, IReadOnlyList<StoredRecord> sources)
    {
        var golden = row.Golden;
        if (golden.State != GoldenState.Active || !Knows(golden))
        {
            return null;
        }

        return contract.Sources.IsAll
            ? View(row, golden.Citizen, golden.Provenance)
            : Surviving(row, sources);
    }

    /// <summary>What one part says for this reader, with the permitted answers about it: nothing of any other part, and nothing a steward typed.</summary>
    internal CitizenView? OfPart(PartKey about, GoldenRow row, IReadOnlyList<StoredRecord> sources)
    {
        bool Own(PartKey part) => part == about || AnswerKey.About(part) == about;
        return row.Golden.State == GoldenState.Active && Permits(about) && row.Golden.Members.Contains(about)
            ? Surviving(
                row with { Golden = row.Golden with { Members = [.. row.Golden.Members.Where(Own)] }, Overrides = null },
                [.. sources.Select(source => source with { Parts = [.. source.Parts.Where(part => Own(part.Key))] })])
            : null;
    }

    /// <summary>True when a steward's word stands for one of the permitted attributes.</summary>
    internal bool Overridden(GoldenRow row) => RegistryJson.ReadOverrides(row.Overrides).Any(over => CitizenAttributes.Permits(contract.Attributes, over.Attribute));

    /// <summary>A past version for this reader: only values that one permitted source gave, for the other sources of that day cannot be weighed again.</summary>
    public CitizenView? OfPast(GoldenRow row)
    {
        var golden = row.Golden;
        if (!Knows(golden) || golden.State is GoldenState.Restricted or GoldenState.Erased)
        {
            return null;
        }

        if (contract.Sources.IsAll)
        {
            return View(row, golden.Citizen, golden.Provenance);
        }

        // A list is joined from several sources while its provenance names the first one alone.
        var given = golden.Provenance.Where(line => Permits(line) && !CitizenAttributes.Lists.Contains(line.Attribute)).ToList();
        return View(row, CitizenAttributes.Cut(golden.Citizen, Scope.Of(given.Select(line => line.Attribute))), given);
    }

    /// <summary>Why each permitted attribute has its value: permitted sources only.</summary>
    public IReadOnlyList<AttributeWhy> Why(GoldenRow row, IReadOnlyList<StoredRecord> sources) => Of(row, sources) is null
        ? []
        : [.. survivorship.Why(Parts(row, sources), Overrides(row)).Where(why => contract.SeesWhole(why.Attribute))];

    /// <returns>Null for a source that is not permitted.</returns>
    public SourceView? Of(StoredRecord stored, GoldenId golden)
    {
        if (!contract.Sources.Allows(stored.Record.Key.Connection) || !stored.Parts.All(part => Permits(part.Key)))
        {
            return null;
        }

        return new SourceView
        {
            Key = stored.Record.Key,
            Version = stored.Record.Version,
            ChangedAt = stored.Record.ChangedAt,
            ReceivedAt = stored.Record.ReceivedAt,
            Citizens = [.. stored.Parts.Where(part => part.Golden == golden).Select(part => new CitizenPart(part.Key.Part, CitizenAttributes.Cut(part.Citizen, contract)))],
            Body = contract.Attributes.IsAll && contract.Masks.Count == 0 ? stored.Record.Body : (ReadOnlyMemory<byte>?)null,
        };
    }

    /// <summary>True when an active person stands in a subscriber's filter, judged by what survives among the permitted sources.</summary>
    internal bool Covers(SubscriptionFilter filter, GoldenRow row, IReadOnlyList<StoredRecord> sources) => filter.Covers(
        contract.Sources.IsAll || filter.Communes.IsAll ? row.Golden.Citizen : survivorship.Settle(Parts(row, sources), Overrides(row)).Citizen,
        [.. row.Golden.Members.Where(Permits)]);

    private CitizenView Surviving(GoldenRow row, IReadOnlyList<StoredRecord> sources)
    {
        var survivor = survivorship.Settle(Parts(row, sources), Overrides(row));
        return View(row, survivor.Citizen, survivor.Provenance);
    }

    private List<SurvivorPart> Parts(GoldenRow row, IReadOnlyList<StoredRecord> sources) =>
    [
        .. sources.SelectMany(source => source.Parts)
            .Where(part => part.Golden == row.Golden.Id && Permits(part.Key))
            .Select(part => new SurvivorPart(part.Key, part.Citizen, part.ChangedAt)),
    ];

    private IReadOnlyList<Override> Overrides(GoldenRow row) => contract.Sources.Allows(StewardSource) ? RegistryJson.ReadOverrides(row.Overrides) : [];

    private CitizenView View(GoldenRow row, Citizen citizen, IReadOnlyList<Provenance> provenance) => new()
    {
        Id = row.Golden.Id,
        Version = row.Golden.Version,
        State = row.Golden.State,
        UpdatedAt = row.UpdatedAt,
        Citizen = CitizenAttributes.Cut(citizen, contract),
        Provenance = [.. provenance.Where(line => CitizenAttributes.Permits(contract.Attributes, line.Attribute) && Permits(line))],
        Members = [.. row.Golden.Members.Where(part => !AnswerKey.IsAnswer(part) && Permits(part))],
    };

    private bool Permits(Provenance line) => line.Source is { } source ? Permits(source) : contract.Sources.Allows(StewardSource);
}
