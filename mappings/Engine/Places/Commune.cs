namespace IntegrationHub.Mappings.Engine.Places;

/// <summary>A commune, a municipal district, or a commune another one took over.</summary>
/// <param name="Parent">The district's city, or the commune that took this one over; null for a commune of today.</param>
internal sealed record Commune(string Code, string Name, string[] PostCodes, string? Parent)
{
    /// <summary>Two characters, three overseas.</summary>
    public string Departement => DepartementTable.OfCommune(Code);
}
