using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IntegrationHub.Mdm.Matching.Text;

namespace IntegrationHub.Mdm.Matching.Values;

/// <summary>The distinct texts of one domain, each under a small number; a second layer in front of a base adds texts without touching the base.</summary>
/// <remarks>Readers may run beside each other; whoever adds needs the table for itself.</remarks>
internal sealed class ValueTable
{
    /// <summary>Numbers from here on belong to a layer in front of a base.</summary>
    public const int LocalBase = 1 << 28;

    private const int PageBits = 23;
    private const int FactBits = 19;

    /// <summary>Values there is room for at first: most layers hold a record's few new values, and so does a base that only explains a pair.</summary>
    private const int SmallChunk = 32;

    /// <summary>Bytes of the first page, for the same reason.</summary>
    private const int SmallPage = 512;

    /// <summary>Bytes of another page at first: a table under new frequencies begins one in every domain, and most stay nearly empty.</summary>
    private const int NextPage = 1 << 16;

    private readonly Domain _domain;
    private readonly TermWeights _terms;

    /// <summary>Where numbers below <see cref="LocalBase"/> are looked up: the base, itself where it is one.</summary>
    private readonly ValueTable _base;
    private readonly List<byte[]> _pages = [];
    private int _end;

    // The lower half of a text's hash, then its number plus one: most texts that are not meant are passed over without being read.
    private ulong[] _slots = new ulong[64];

    private ValueFacts[][] _facts = [];

    /// <param name="parent">The base this is a layer in front of; null for a base.</param>
    /// <param name="domain">Of its texts.</param>
    /// <param name="terms">Their frequency adjustments.</param>
    public ValueTable(ValueTable? parent, Domain domain, TermWeights terms) => (_base, _domain, _terms) = (parent ?? this, domain, terms);

    public int Count { get; private set; }

    public ReadOnlySpan<byte> Text(int id) => id < LocalBase ? _base.Read(_base.Own(id)) : Read(Own(id - LocalBase));

    /// <summary>What is known of a value without reading its text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly ValueFacts Facts(int id) => ref id < LocalBase ? ref _base.Own(id) : ref Own(id - LocalBase);

    /// <summary>Frequency adjustment of this value, thousandths of a bit; positive for the rare.</summary>
    public int Term(int id) => Facts(id).Term;

    /// <summary>Hash of how the name sounds; outside the name domains of another part, see <see cref="ValueFacts.Code"/>.</summary>
    public ulong Sound(int id) => Facts(id).Code;

    /// <summary>Whether the frequency table holds it: a real name rather than a slip.</summary>
    public bool IsKnown(int id) => _terms.IsKnown(Text(id));

    /// <summary>The same texts under the same numbers with other frequency adjustments; for a base. Either may grow: only the pages of today are shared.</summary>
    public ValueTable WithTerms(TermWeights other)
    {
        var copy = new ValueTable(null, _domain, other) { _slots = [.. _slots], _facts = new ValueFacts[_facts.Length][], Count = Count, _end = _pages.Count << PageBits };
        copy._pages.AddRange(_pages);
        for (var i = 0; i < _facts.Length; i++)
        {
            copy._facts[i] = [.. _facts[i]];
        }

        for (var id = 0; id < Count; id++)
        {
            copy.Own(id) = Own(id) with { Term = other.Of(Text(id)) };
        }

        return copy;
    }

    public int Intern(ReadOnlySpan<byte> text) => Intern(text, Hash.Of(text));

    public int Intern(ReadOnlySpan<byte> text, ulong hash)
    {
        if (_base != this)
        {
            var found = _base.Find(text, hash);
            if (found >= 0)
            {
                return found;
            }
        }

        var id = Find(text, hash);
        if (id < 0)
        {
            id = Add(text, hash);
        }

        return _base == this ? id : id + LocalBase;
    }

    // Numbers come from rows that this table wrote: a pair of records asks some twenty times.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref ValueFacts Own(int id)
    {
        Debug.Assert((uint)id < (uint)Count);
        ref var chunk = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_facts), id >> FactBits);
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(chunk), id & ((1 << FactBits) - 1));
    }

    private ReadOnlySpan<byte> Read(in ValueFacts facts) => _pages[facts.Start >> PageBits].AsSpan(facts.Start & ((1 << PageBits) - 1), facts.Length);

    private int Find(ReadOnlySpan<byte> text, ulong hash)
    {
        var mask = _slots.Length - 1;
        for (var i = (int)hash & mask; ; i = (i + 1) & mask)
        {
            var slot = _slots[i];
            if (slot == 0)
            {
                return -1;
            }

            if ((uint)(slot >> 32) == (uint)hash && Read(Own((int)(uint)slot - 1)).SequenceEqual(text))
            {
                return (int)(uint)slot - 1;
            }
        }
    }

    private int Add(ReadOnlySpan<byte> text, ulong hash)
    {
        var id = Count;
        if (id >> FactBits == _facts.Length)
        {
            Array.Resize(ref _facts, _facts.Length + 1);
            _facts[^1] = new ValueFacts[_facts.Length == 1 ? SmallChunk : 1 << FactBits];
        }

        ref var chunk = ref _facts[id >> FactBits];
        if ((id & ((1 << FactBits) - 1)) == chunk.Length)
        {
            Array.Resize(ref chunk, chunk.Length * 2);
        }

        var room = (1 << PageBits) - (_end & ((1 << PageBits) - 1));
        if (_pages.Count == 0 || room < text.Length || room == 1 << PageBits)
        {
            _pages.Add(new byte[_pages.Count > 0 ? NextPage : SmallPage]);
            _end = (_pages.Count - 1) << PageBits;
        }

        var page = _pages[^1];
        var offset = _end & ((1 << PageBits) - 1);
        if (offset + text.Length > page.Length)
        {
            Array.Resize(ref page, Math.Min(1 << PageBits, page.Length * 4));
            _pages[^1] = page;
        }

        text.CopyTo(page.AsSpan(offset));
        chunk[id & ((1 << FactBits) - 1)] = ValueFacts.Of(_domain, text, _terms.Of(text), _end);
        _end += text.Length;
        Count++;
        Place(_slots, ((ulong)(uint)hash << 32) | (uint)(id + 1));
        if (Count * 4 > _slots.Length * 3)
        {
            var larger = new ulong[_slots.Length * 2];
            foreach (var slot in _slots)
            {
                if (slot != 0)
                {
                    Place(larger, slot);
                }
            }

            _slots = larger;
        }

        return id;
    }

    private static void Place(ulong[] slots, ulong slot)
    {
        var mask = slots.Length - 1;
        var i = (int)(slot >> 32) & mask;
        while (slots[i] != 0)
        {
            i = (i + 1) & mask;
        }

        slots[i] = slot;
    }
}
