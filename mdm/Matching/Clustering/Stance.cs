namespace IntegrationHub.Mdm.Matching.Clustering;

/// <summary>What one pair of records has to say when the groups they are in are to become one.</summary>
/// <param name="Bits">From the lowest: three of the obstacle plus one, one for a pair that would link, then one a comparison. 0 where the pair was not asked yet.</param>
internal readonly record struct Stance(uint Bits)
{
    private const int Comparisons = 4;

    public Stance(Obstacle obstacle, bool links = false, uint comparisons = 0)
        : this((uint)obstacle + 1 + (links ? 1u << (Comparisons - 1) : 0) + (comparisons << Comparisons))
    {
    }

    public bool IsKnown => Bits != 0;

    public Obstacle Obstacle => (Obstacle)((Bits & 7) - 1);

    /// <summary>Whether the pair would link if it stood alone.</summary>
    public bool Links => (Bits >> (Comparisons - 1) & 1) != 0;

    /// <summary>Whether it objects by what both records say, which a few others outvote at most.</summary>
    public bool Objects => Obstacle is Obstacle.Guard or Obstacle.Contradiction;

    /// <summary>A bit for each comparison of identity, by position, that is in dispute, of a pair that objects or has a reservation; that agrees, of any other.</summary>
    public uint Compared => Bits >> Comparisons;
}
