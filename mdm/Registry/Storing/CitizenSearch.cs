using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>A search by what a front-desk agent knows. Texts compare without case or accent; names match by prefix, on birth, usage or former name.</summary>
public sealed record CitizenSearch
{
    public string? Name { get; init; }

    public string? GivenName { get; init; }

    public PartialDate? BirthDate { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? CommuneCode { get; init; }

    /// <summary>Only people known to one of these connections; null for all.</summary>
    public IReadOnlyCollection<string>? Connections { get; init; }

    /// <summary>Paging: ids greater than this one.</summary>
    public GoldenId? After { get; init; }

    public int Limit { get; init; } = 20;
}
