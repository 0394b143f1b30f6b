namespace IntegrationHub.Mdm.Matching.Clustering;

/// <summary>What one pair of records has to say when the groups they are in are to become one.</summary>
/// <param name="Bits">From the lowest: four of the obstacle plus one, one for a pair that would link, then one a comparison, and one a comparison once more. 0 where the pair was not asked yet.</param>
internal readonly record struct Stance(ulong Bits)
{
    private const int Comparisons = 5;

    /// <summary>Where what agrees firmly stands: a model compares fifteen things at most.</summary>
    private const int Firm = Comparisons + 16;

    public Stance(Obstacle obstacle, bool links = false, uint comparisons = 0, uint firmly = 0)
        : this((uint)obstacle + 1 + (links ? 1u << (Comparisons - 1) : 0) + ((ulong)comparisons << Comparisons) + ((ulong)firmly << Firm))
    {
    }

    public bool IsKnown => Bits != 0;

    public Obstacle Obstacle => (Obstacle)((Bits & 15) - 1);

    /// <summary>Whether the pair would link if it stood alone.</summary>
    public bool Links => (Bits >> (Comparisons - 1) & 1) != 0;

    /// <summary>A bit for each comparison of identity, by position, that is in dispute, of a pair that objects, contradicts or has a reservation; that agrees, of one that nothing holds.</summary>
    public uint Compared => (uint)(Bits >> Comparisons) & 0xFFFF;

    /// <summary>Of what agrees, that which says half or more of the most it can.</summary>
    public uint Firmly => (uint)(Bits >> Firm);
}
