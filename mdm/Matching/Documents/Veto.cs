namespace IntegrationHub.Mdm.Matching.Documents;

/// <summary>What holds a pair at review: every "when" comparison at one of its levels, and no "unless" comparison at one of its.</summary>
/// <param name="Name">Stable code.</param>
/// <param name="AmongKin">About who of a family somebody is: many pairs that say otherwise outvote it, and where no households stand in the data it is lifted.</param>
/// <param name="Everywhere">In force where no households stand either.</param>
/// <param name="ByNature">For training: pairs of two people, a record of the file, that nature makes look so (twins). Where they may be a good part of the pairs that look so, the trained model keeps the veto everywhere.</param>
/// <param name="UpTo">Holds no pair that weighs so much more than the link threshold, thousandths of a bit: strangers do not agree on as much by chance.</param>
/// <param name="When">Comparison position and a bit per level (bit 15: silent).</param>
/// <param name="Unless">The same.</param>
internal sealed record Veto(string Name, bool AmongKin, bool Everywhere, double ByNature, int UpTo, (int Comparison, ushort Levels)[] When, (int Comparison, ushort Levels)[] Unless)
{
    /// <summary>Of a veto that holds pairs of any weight.</summary>
    public const int AnyWeight = int.MaxValue;

    /// <summary>Whether a pair weighs too much to be held, whatever its levels.</summary>
    public bool IsPassedBy(int above) => above >= UpTo;

    /// <param name="pattern">The levels a pair reaches.</param>
    /// <param name="above">What it weighs beyond the link threshold, thousandths of a bit.</param>
    public bool Holds(ulong pattern, int above)
    {
        if (IsPassedBy(above))
        {
            return false;
        }

        foreach (var (comparison, levels) in When)
        {
            if ((levels >> (int)(pattern >> (4 * comparison) & 15) & 1) == 0)
            {
                return false;
            }
        }

        foreach (var (comparison, levels) in Unless)
        {
            if ((levels >> (int)(pattern >> (4 * comparison) & 15) & 1) != 0)
            {
                return false;
            }
        }

        return true;
    }
}
