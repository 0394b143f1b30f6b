namespace IntegrationHub.Mdm.Matching.Blocking;

/// <summary>A small set written into a caller's span; what does not fit is left out.</summary>
internal ref struct KeySet(Span<ulong> target)
{
    private readonly Span<ulong> _target = target;

    public int Count { get; private set; }

    public void Add(ulong value)
    {
        if (Count == _target.Length)
        {
            return;
        }

        foreach (var known in _target[..Count])
        {
            if (known == value)
            {
                return;
            }
        }

        _target[Count++] = value;
    }
}
