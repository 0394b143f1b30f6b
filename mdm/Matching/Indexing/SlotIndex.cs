using System.Numerics;

namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>Finds slots by a property they hold themselves: four bytes a place, no copy of the property.</summary>
/// <param name="hashOf">Hash of a live slot's property.</param>
internal sealed class SlotIndex<TKey>(Func<int, int> hashOf, Func<int, TKey, bool> holds)
{
    private int[] _places = new int[1024];
    private int _count;

    /// <summary>The slot that holds a property, or −1.</summary>
    public int Find(int hash, TKey key)
    {
        var mask = _places.Length - 1;
        for (var i = Home(hash, mask); _places[i] != 0; i = (i + 1) & mask)
        {
            if (holds(_places[i] - 1, key))
            {
                return _places[i] - 1;
            }
        }

        return -1;
    }

    /// <summary>Makes room in an empty index, so that it need not grow step by step.</summary>
    public void Reserve(int slots) => _places = new int[Math.Max(_places.Length, (int)BitOperations.RoundUpToPowerOf2((uint)(slots * 4L / 3) + 1))];

    public void Add(int slot)
    {
        Put(_places, slot);
        if (++_count * 4L > _places.Length * 3L)
        {
            var larger = new int[_places.Length * 2];
            foreach (var place in _places)
            {
                if (place != 0)
                {
                    Put(larger, place - 1);
                }
            }

            _places = larger;
        }
    }

    /// <summary>While the slot still holds its property.</summary>
    public void Remove(int slot)
    {
        var mask = _places.Length - 1;
        var hole = Home(hashOf(slot), mask);
        while (_places[hole] != slot + 1)
        {
            hole = (hole + 1) & mask;
        }

        for (var i = (hole + 1) & mask; _places[i] != 0; i = (i + 1) & mask)
        {
            if (((i - Home(hashOf(_places[i] - 1), mask)) & mask) >= ((i - hole) & mask))
            {
                _places[hole] = _places[i];
                hole = i;
            }
        }

        _places[hole] = 0;
        _count--;
    }

    private static int Home(int hash, int mask) => (int)(((uint)hash * 0x9E3779B1u) >> 7) & mask;

    private void Put(int[] places, int slot)
    {
        var mask = places.Length - 1;
        var i = Home(hashOf(slot), mask);
        while (places[i] != 0)
        {
            i = (i + 1) & mask;
        }

        places[i] = slot + 1;
    }
}
