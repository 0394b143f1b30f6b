namespace IntegrationHub.Mdm.Matching.Clustering;

/// <summary>A stored pair inside a component, by position; <paramref name="A"/> is the smaller.</summary>
internal readonly record struct Link(int A, int B, int Weight, ulong Pattern, bool Vetoed) : IComparable<Link>
{
    /// <summary>Heaviest first; ties by key.</summary>
    public int CompareTo(Link other)
    {
        var order = other.Weight.CompareTo(Weight);
        order = order != 0 ? order : A.CompareTo(other.A);
        return order != 0 ? order : B.CompareTo(other.B);
    }
}
