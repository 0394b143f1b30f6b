using IntegrationHub.Connectors.Sandbox.Town.Random;

namespace IntegrationHub.Connectors.Sandbox.Town.Facts;

/// <summary>Items drawn in proportion to their weights.</summary>
internal sealed class WeightedList<T>
{
    private readonly T[] items;
    private readonly double[] cumulated;

    public WeightedList(IEnumerable<(T Item, double Weight)> weighted)
    {
        var all = weighted.ToArray();
        items = [.. all.Select(pair => pair.Item)];
        cumulated = new double[all.Length];
        var sum = 0.0;
        for (var place = 0; place < all.Length; place++)
        {
            cumulated[place] = sum += all[place].Weight;
        }
    }

    public IReadOnlyList<T> Items => items;

    public T Pick(Dice dice) => At(dice.Unit());

    /// <param name="unit">In [0, 1).</param>
    public T At(double unit)
    {
        var place = Array.BinarySearch(cumulated, unit * cumulated[^1]);
        return items[Math.Min(place < 0 ? ~place : place + 1, items.Length - 1)];
    }
}
