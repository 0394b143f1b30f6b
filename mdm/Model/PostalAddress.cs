namespace IntegrationHub.Mdm.Model;

/// <summary>A postal address, in the parts the matcher and the BAN (national address base) use.</summary>
public sealed record PostalAddress
{
    /// <summary>House number with its suffix: <c>12</c>, <c>12 bis</c>.</summary>
    public string? HouseNumber { get; init; }

    /// <summary>Street type and name: <c>rue des Lilas</c>.</summary>
    public string? Street { get; init; }

    /// <summary>Building, entrance, flat, PO box: everything before the city that is not the street.</summary>
    public string? Complement { get; init; }

    public string? PostCode { get; init; }

    public string? City { get; init; }

    /// <summary>INSEE COG code of the commune.</summary>
    public string? CommuneCode { get; init; }

    /// <summary>COG country code, 99100 for France; null when unsaid.</summary>
    public string? CountryCode { get; init; }

    /// <summary>Identifier in the national address base, once geocoded.</summary>
    public string? BanId { get; init; }

    /// <summary>First day the address is known to be valid; null when unknown.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day the address was valid; null while it still is.</summary>
    public DateOnly? ValidTo { get; init; }
}
