namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>A stored pair as one of its ends sees it. A pattern has at most 15 comparisons, so its top bit holds the veto.</summary>
internal readonly record struct Edge(int Other, int Weight, ulong Word)
{
    private const ulong VetoBit = 1UL << 63;

    public Edge(int other, int weight, ulong pattern, bool vetoed)
        : this(other, weight, (pattern & ~VetoBit) | (vetoed ? VetoBit : 0)) { }

    public ulong Pattern => Word & ~VetoBit;

    public bool Vetoed => (Word & VetoBit) != 0;
}
