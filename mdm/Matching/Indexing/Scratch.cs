namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>One thread's memory of the candidates it has already seen for the record at hand.</summary>
internal sealed class Scratch
{
    private int[] _seen = [];
    private int _round;

    public List<int> Candidates { get; } = [];

    public void Start(int slots)
    {
        Candidates.Clear();
        if (_seen.Length < slots)
        {
            _seen = new int[slots + (slots / 2) + 16];
            _round = 0;
        }

        if (++_round == int.MaxValue)
        {
            Array.Clear(_seen);
            _round = 1;
        }
    }

    public void Add(int slot, int position)
    {
        if (_seen[position] != _round)
        {
            _seen[position] = _round;
            Candidates.Add(slot);
        }
    }
}
