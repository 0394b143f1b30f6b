using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Absorbing;

/// <summary>What of a record's version decides whether it is the live one: the source's order, then deletion, then the body's hash.</summary>
internal readonly record struct LiveVersion(SourceVersion Version, bool Deleted, UInt128 Hash)
{
    /// <summary>Whether the two say the same, at whatever version.</summary>
    public bool SameContent(LiveVersion other) => Deleted == other.Deleted && Hash == other.Hash;

    /// <summary>The source's order. Zero only for the same body at the same version: then the mapping alone may differ.</summary>
    public int OrderTo(LiveVersion other)
    {
        var byVersion = Version.CompareTo(other.Version);
        var byDeletion = byVersion != 0 ? byVersion : Deleted.CompareTo(other.Deleted);
        return byDeletion != 0 ? byDeletion : ContentHash.BodyHalf(Hash).CompareTo(ContentHash.BodyHalf(other.Hash));
    }
}
