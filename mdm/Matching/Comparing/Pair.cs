using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>Two rows under comparison, and what the surnames said: swapped names are counted once.</summary>
internal ref struct Pair(ReadOnlySpan<int> a, ReadOnlySpan<int> b, Vocabulary vocabulary)
{
    public readonly ReadOnlySpan<int> A = a;
    public readonly ReadOnlySpan<int> B = b;
    public readonly Vocabulary Vocabulary = vocabulary;

    public int Surname = Comparator.Silent;
}
