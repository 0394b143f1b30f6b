using System.Runtime.InteropServices;

namespace IntegrationHub.Connectors.Sandbox.Town;

/// <summary>Running totals by family: finds the family of the n-th thing.</summary>
internal sealed class Starts
{
    private readonly List<int> starts = [];

    public int Total { get; private set; }

    public void Add(int count)
    {
        starts.Add(Total);
        Total += count;
    }

    /// <returns>The family, and the thing's place among the family's own.</returns>
    public (int Family, int Within) Find(int number)
    {
        var all = CollectionsMarshal.AsSpan(starts);
        var (low, high) = (0, all.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = all[middle] <= number ? (middle, high) : (low, middle - 1);
        }

        return (low, number - all[low]);
    }
}
