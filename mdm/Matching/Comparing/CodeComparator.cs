using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>A code that is the same or is not.</summary>
internal sealed class CodeComparator(string name, Field field) : Comparator
{
    public const int Same = 0, Different = 1;

    public override string Name => name;

    public override IReadOnlyList<string> Levels => ["same", "different"];

    public override uint Reads => Row.Bits(@field, @field);

    public override int Compare(ref Pair pair, out int term)
    {
        term = 0;
        var a = Row.Get(pair.A, field);
        var b = Row.Get(pair.B, field);
        if (a.Length == 0 || b.Length == 0)
        {
            return Silent;
        }

        var table = pair.Vocabulary[Fields.DomainOf(field)];
        var best = Different;
        foreach (var x in a)
        {
            if (b.Contains(x))
            {
                term = best == Same ? Math.Max(term, table.Term(x)) : table.Term(x);
                best = Same;
            }
        }

        return best;
    }
}
