namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>Where the slots of a component stand in it: looked through while few, by table when many.</summary>
internal readonly ref struct SlotPositions
{
    private const int Few = 16;

    private readonly ReadOnlySpan<int> _slots;
    private readonly Dictionary<int, int>? _table;

    public SlotPositions(ReadOnlySpan<int> slots)
    {
        _slots = slots;
        if (slots.Length > Few)
        {
            _table = new Dictionary<int, int>(slots.Length);
            for (var i = 0; i < slots.Length; i++)
            {
                _table.Add(slots[i], i);
            }
        }
    }

    public int Of(int slot) => _table is null ? _slots.IndexOf(slot) : _table[slot];
}
