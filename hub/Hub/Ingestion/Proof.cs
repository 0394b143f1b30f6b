using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Hub.Ingestion;

/// <summary>The one place that calls an identity verified: the record says that the hub checked the issuer's signature itself. A mapping cannot say so, whatever a body claims.</summary>
internal static class Proof
{
    /// <summary>A signature vouches for one person; of a record that names several, nobody knows whom.</summary>
    public static MappedRecord Seal(MappedRecord mapped) => mapped.Citizens is [var part]
        ? mapped with { Citizens = [part with { Citizen = Seal(part.Citizen) }] }
        : mapped;

    private static Citizen Seal(Citizen citizen) => citizen with
    {
        Verification = VerificationLevel.FranceConnect,
        Identifiers = [.. citizen.Identifiers.Select(identifier => identifier with { Verified = true })],
    };
}
