namespace IntegrationHub.Mdm.Model;

/// <summary>A company, association or public body; never clustered with a person.</summary>
public sealed record Organisation
{
    /// <summary>Nine digits.</summary>
    public string? Siren { get; init; }

    /// <summary>Fourteen digits, of one establishment.</summary>
    public string? Siret { get; init; }

    /// <summary>Association number: W and nine digits.</summary>
    public string? Rna { get; init; }

    public string? Name { get; init; }

    public PostalAddress? Address { get; init; }
}
