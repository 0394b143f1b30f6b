using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>One way to compare two records, and the closed list of levels it can reach.</summary>
internal abstract class Comparator
{
    /// <summary>Neither side contradicts nor supports: one of them says nothing.</summary>
    public const int Silent = 15;

    /// <summary>Its word in documents.</summary>
    public abstract string Name { get; }

    /// <summary>Level words, best first; at most 15.</summary>
    public abstract IReadOnlyList<string> Levels { get; }

    /// <summary>A bit for each field one of which both sides must carry for it to say anything.</summary>
    public virtual uint Reads => ~0u;

    /// <summary>An upper bound of the frequency adjustment that <see cref="Compare"/> gives with a level: that of one value of a field it reads, unless said otherwise.</summary>
    public virtual int MostTerm(int level, IReadOnlyList<int> mostTerms)
    {
        var most = 0;
        for (var f = 0; f < Fields.Count; f++)
        {
            if ((Reads >> f & 1) != 0 && Fields.DomainOf((Field)f) is var domain and not Domain.None)
            {
                most = Math.Max(most, mostTerms[(int)domain]);
            }
        }

        return most;
    }

    /// <summary>Whether <see cref="BestOf"/> ever says more than 0.</summary>
    public virtual bool Foresees => false;

    /// <summary>No level before this one can be reached by two rows that both say something; told from their numbers, without reading a value.</summary>
    public virtual int BestOf(ReadOnlySpan<int> a, ReadOnlySpan<int> b) => 0;

    /// <summary>The level reached, and the frequency adjustment of the value both agree on (0 where none applies). Symmetric.</summary>
    public abstract int Compare(ref Pair pair, out int term);

    /// <summary>The better of two levels; of two values that reach the same one the rarer: whichever record is looked at first, and whatever order it lists its values in.</summary>
    protected static void Keep(int level, int rarity, ref int best, ref int term)
    {
        if (level < best || (level == best && rarity > term))
        {
            (best, term) = (level, rarity);
        }
    }
}
