using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Mdm.Registry.Goldens;

/// <summary>What a golden id has to say for itself when several want one cluster, or several clusters one id (promise 3).</summary>
internal readonly record struct Claim(VerificationLevel Verified, int VerifiedLinks, int Members, PartKey Smallest)
{
    /// <param name="portion">The id's members in the cluster, in key order.</param>
    public static Claim Of(List<PartRow> portion)
    {
        var verified = portion.Max(part => part.Citizen.Verification);
        return new Claim(
            IsProof(verified) ? verified : VerificationLevel.Declared,
            portion.Count(part => IsProof(part.Citizen.Verification)),
            portion.Count,
            portion[0].Key);
    }

    /// <summary>Which part of a split keeps the id: the verified identity, then most members, then the smallest source key. Less is better.</summary>
    public int CompareAsHeir(Claim other)
    {
        var byProof = other.Verified.CompareTo(Verified);
        var bySize = byProof != 0 ? byProof : other.Members.CompareTo(Members);
        return bySize != 0 ? bySize : Smallest.CompareTo(other.Smallest);
    }

    // Only what the hub itself checked is a verified identity.
    private static bool IsProof(VerificationLevel level) => level >= VerificationLevel.FranceConnect;
}
