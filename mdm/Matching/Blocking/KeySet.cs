namespace IntegrationHub.Mdm.Matching.Blocking;

/// <summary>A small set written into a caller's span; what does not fit is left out.</summary>
internal ref struct KeySet(Span<ulong> target)
{
    private readonly Span<ulong> _target = target;

    public int Count { get; private set; }

    public void Add(ulong value)
    {
        if (Count < _target.Length && !_target[..Count].Contains(value))
        {
            _target[Count++] = value;
        }
    }
}
