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

    /// <summary>The level reached, and the frequency adjustment of the value both agree on (0 where none applies). Symmetric.</summary>
    public abstract int Compare(ref Pair pair, out int term);
}
