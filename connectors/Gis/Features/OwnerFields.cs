using IntegrationHub.Connectors.Abstractions.Privacy;

namespace IntegrationHub.Connectors.Gis.Features;

/// <summary>The names that an owner's fields go by: words of French and English layers, and the columns of the land register's owners file (MAJIC, PROP).</summary>
internal static class OwnerFields
{
    private static readonly string[] Names =
    [
        "proprietaire", "proprietaires", "coproprietaire", "coproprietaires", "proprio", "prop", "nomprop", "usufruitier", "indivisaire", "bailleur", "owner", "owners", "ownername", "landlord",
        "dnupro", "dnuper", "dqualp", "ddenom", "dnomlp", "dprnlp", "dnomcp", "dprncp", "dnomus", "dprnus", "epxnee", "jdatnss", "dldnss", "dlign",
    ];

    /// <summary>What is removed from every feature: nothing where the connection declares its legal basis.</summary>
    public static ForbiddenFields Without(FeatureSettings settings) =>
        settings.Owners is null ? ForbiddenFields.Of([.. Names, .. settings.OwnerFields]) : ForbiddenFields.None;
}
