using IntegrationHub.Connectors.Abstractions.Connections;

namespace IntegrationHub.Hub.Contracts;

/// <summary>What one reader may see and why: the one thing that search, get, sources, history, match, feed and webhooks all obey.</summary>
/// <remarks>Each subscription and each application key has one. RGPD articles 5(1)(b) and (c): a stated purpose, and no more data than it needs.</remarks>
public sealed record AccessContract
{
    /// <summary>The reader's stable name: key id or subscription name. It stands in the access log.</summary>
    public required string Name { get; init; }

    /// <summary>The body responsible for what the reader does with the data.</summary>
    public required Siret Controller { get; init; }

    /// <summary>What the data are for, in the words of the record of processing activities.</summary>
    public required string Purpose { get; init; }

    public required LegalBasis LegalBasis { get; init; }

    /// <summary>Attributes of a citizen, by <see cref="CitizenAttributes"/> name.</summary>
    public required Scope Attributes { get; init; }

    /// <summary>Permitted attributes that are shown in part only.</summary>
    public IReadOnlyDictionary<string, Mask> Masks { get; init; } = new Dictionary<string, Mask>();

    /// <summary>Connections. A person known only to others does not exist for this reader.</summary>
    public required Scope Sources { get; init; }

    public IReadOnlySet<Role> Roles { get; init; } = new HashSet<Role>();

    /// <summary>True when the reader sees the whole value: only then may it ask by it.</summary>
    public bool SeesWhole(string attribute) => CitizenAttributes.Permits(Attributes, attribute) && !Masks.ContainsKey(attribute);

    /// <summary>True when nothing of a person's values is kept from the reader.</summary>
    public bool SeesEverything => Attributes.IsAll && Sources.IsAll && Masks.Count == 0;
}
