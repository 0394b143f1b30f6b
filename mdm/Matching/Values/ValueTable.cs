using IntegrationHub.Mdm.Matching.Text;

namespace IntegrationHub.Mdm.Matching.Values;

/// <summary>The distinct texts of one domain, each under a small number; a second layer in front of a base adds texts without touching the base.</summary>
/// <remarks>Readers may run beside each other; whoever adds needs the table for itself.</remarks>
internal sealed class ValueTable(ValueTable? parent, Domain domain, TermWeights terms)
{
    /// <summary>Numbers from here on belong to a layer in front of a base.</summary>
    public const int LocalBase = 1 << 28;

    private const int PageBits = 16;
    private readonly List<byte[]> _pages = [];
    private readonly bool _sounds = domain is Domain.Surname or Domain.GivenName;
    private int _end;
    private int[] _slots = new int[parent is null ? 1024 : 64];
    private int[] _starts = new int[parent is null ? 1024 : 32];
    private int[] _terms = new int[parent is null ? 1024 : 32];
    private ulong[] _sound = [];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> Text(int id)
    {
        if (parent is not null)
        {
            if (id < LocalBase)
            {
                return parent.Text(id);
            }

            id -= LocalBase;
        }

        var start = _starts[id];
        var page = _pages[start >> PageBits];
        var offset = start & ((1 << PageBits) - 1);
        return page.AsSpan(offset + 1, page[offset]);
    }

    /// <summary>Frequency adjustment of this value, thousandths of a bit; positive for the rare.</summary>
    public int Term(int id) => parent is null ? _terms[id] : id < LocalBase ? parent.Term(id) : _terms[id - LocalBase];

    /// <summary>Hash of how the name sounds; 0 outside the name domains.</summary>
    public ulong Sound(int id) => parent is null ? _sound[id] : id < LocalBase ? parent.Sound(id) : _sound[id - LocalBase];

    /// <summary>Whether the frequency table holds it: a real name rather than a slip.</summary>
    public bool IsKnown(int id) => terms.IsKnown(Text(id));

    public int Intern(ReadOnlySpan<byte> text)
    {
        var hash = Hash.Of(text);
        if (parent is not null)
        {
            var found = parent.Find(text, hash);
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

        return parent is null ? id : id + LocalBase;
    }

    private int Find(ReadOnlySpan<byte> text, ulong hash)
    {
        var mask = _slots.Length - 1;
        for (var i = (int)hash & mask; ; i = (i + 1) & mask)
        {
            var id = _slots[i] - 1;
            if (id < 0)
            {
                return -1;
            }

            var start = _starts[id];
            var page = _pages[start >> PageBits];
            var offset = start & ((1 << PageBits) - 1);
            if (page.AsSpan(offset + 1, page[offset]).SequenceEqual(text))
            {
                return id;
            }
        }
    }

    private int Add(ReadOnlySpan<byte> text, ulong hash)
    {
        var id = Count;
        if (id == _starts.Length)
        {
            Array.Resize(ref _starts, id * 2);
            Array.Resize(ref _terms, id * 2);
        }

        var room = (1 << PageBits) - (_end & ((1 << PageBits) - 1));
        if (_pages.Count == 0 || room < text.Length + 1 || room == 1 << PageBits)
        {
            _pages.Add(new byte[1 << PageBits]);
            _end = (_pages.Count - 1) << PageBits;
        }

        var page = _pages[^1];
        var offset = _end & ((1 << PageBits) - 1);
        page[offset] = (byte)text.Length;
        text.CopyTo(page.AsSpan(offset + 1));
        _starts[id] = _end;
        _end += text.Length + 1;
        _terms[id] = terms.Of(text);
        if (_sounds)
        {
            if (id >= _sound.Length)
            {
                Array.Resize(ref _sound, _starts.Length);
            }

            _sound[id] = NameSound.Of(text);
        }

        Count++;
        Place(_slots, id, hash);
        if (Count * 4 > _slots.Length * 3)
        {
            var larger = new int[_slots.Length * 2];
            for (var i = 0; i < Count; i++)
            {
                var start = _starts[i];
                var holder = _pages[start >> PageBits];
                var at = start & ((1 << PageBits) - 1);
                Place(larger, i, Hash.Of(holder.AsSpan(at + 1, holder[at])));
            }

            _slots = larger;
        }

        return id;
    }

    private static void Place(int[] slots, int id, ulong hash)
    {
        var mask = slots.Length - 1;
        var i = (int)hash & mask;
        while (slots[i] != 0)
        {
            i = (i + 1) & mask;
        }

        slots[i] = id + 1;
    }
}
