using IntegrationHub.Mappings.Engine.Functions;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mappings.Engine.Targets;

/// <summary>An organisation while its attributes arrive.</summary>
internal sealed class OrganisationDraft
{
    public static IReadOnlyList<SimpleAttribute<OrganisationDraft>> Simple { get; } =
    [
        new("name", ValueKind.Text, "trim", static (d, v) => d.Name = (string)v),
        new("siren", ValueKind.Text, "siren", static (d, v) => d.Siren = (string)v),
        new("siret", ValueKind.Text, "siret", static (d, v) => d.Siret = (string)v),
        new("rna", ValueKind.Text, "rna", static (d, v) => d.Rna = (string)v),
    ];

    public string? Name { get; set; }

    public string? Siren { get; set; }

    public string? Siret { get; set; }

    public string? Rna { get; set; }

    public PostalAddress? Address { get; set; }

    /// <summary>An address alone is no organisation.</summary>
    public bool IsEmpty => Name is null && Siren is null && Siret is null && Rna is null;

    public Organisation Build() => new() { Name = Name, Siren = Siren ?? Siret?[..9], Siret = Siret, Rna = Rna, Address = Address };
}
