using System.Runtime.InteropServices;

namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>The entries of a page by key, each list a chain through one array: a page has some ten thousand keys, most of one entry.</summary>
/// <param name="keys">Keys of all entries together.</param>
internal sealed class PagePostings(int keys)
{
    private readonly Dictionary<uint, (int First, int Last)> _chains = new(keys);
    private readonly (int Entry, int Next)[] _links = new (int, int)[keys];
    private int _end;

    /// <summary>Entries come in ascending order; one may come twice under a key.</summary>
    public void Add(int entry, uint key)
    {
        var at = _end++;
        _links[at] = (entry, -1);
        ref var chain = ref CollectionsMarshal.GetValueRefOrAddDefault(_chains, key, out var known);
        if (known)
        {
            _links[chain.Last].Next = at;
            chain.Last = at;
        }
        else
        {
            chain = (at, at);
        }
    }

    /// <summary>The entries under a key that stand before this one, in order.</summary>
    public Walk Before(int entry, uint key) => new(_links, _chains[key].First, entry);

    /// <summary>Walks a chain up to an entry.</summary>
    public ref struct Walk((int Entry, int Next)[] links, int first, int limit)
    {
        private int _next = first;

        public int Current { get; private set; }

        public readonly Walk GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_next < 0 || links[_next].Entry >= limit)
            {
                return false;
            }

            (Current, _next) = links[_next];
            return true;
        }
    }
}
