using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>Two rows under comparison, and what the surnames said: swapped names are counted once.</summary>
internal ref struct Pair(int[] a, int[] b, Vocabulary vocabulary)
{
    public readonly int[] A = a;
    public readonly int[] B = b;
    public readonly Vocabulary Vocabulary = vocabulary;

    public int Surname = Comparator.Silent;
}
