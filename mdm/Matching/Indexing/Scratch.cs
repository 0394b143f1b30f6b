using System.Runtime.InteropServices;
using IntegrationHub.Mdm.Matching.Comparing;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>One thread's memory of the candidates it has already seen for the record at hand.</summary>
internal sealed class Scratch
{
    /// <summary>Candidates whose places memory fetches while one is compared.</summary>
    private const int PlacesAhead = 24;

    /// <summary>Candidates whose rows memory fetches while one is compared; their places have come by then.</summary>
    private const int RowsAhead = 12;

    /// <summary>Candidates whose values memory fetches while one is compared; their rows have come by then.</summary>
    private const int ValuesAhead = 6;

    private int[] _seen = [];
    private int _round;

    public List<int> Candidates { get; } = [];

    private List<(int Slot, Score Score)> Found { get; } = [];

    /// <summary>Starts with one record.</summary>
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

    /// <summary>Scores a row that stands in the index, or in front of it, against the base slots among the candidates; those at or above review.</summary>
    public List<(int Slot, Score Score)> Compare(MatchIndex index, ReadOnlySpan<int> row, Vocabulary vocabulary)
    {
        Found.Clear();
        var candidates = CollectionsMarshal.AsSpan(Candidates);
        for (var i = 0; i < candidates.Length; i++)
        {
            Expect(index, candidates, i);
            if (index.Model.Scorer.Reaches(index.Model.Settings.Review, row, index.Slots.Row(candidates[i]).Span, vocabulary, out var score))
            {
                Found.Add((candidates[i], score));
            }
        }

        return Found;
    }

    /// <summary>Says which base slots will be read after the one at a place.</summary>
    public static void Expect(MatchIndex index, ReadOnlySpan<int> candidates, int place)
    {
        if (place + PlacesAhead < candidates.Length && candidates[place + PlacesAhead] is >= 0 and var farthest)
        {
            index.Slots.ExpectPlace(farthest);
        }

        if (place + RowsAhead < candidates.Length && candidates[place + RowsAhead] is >= 0 and var far)
        {
            index.Slots.Expect(far);
        }

        if (place + ValuesAhead < candidates.Length && candidates[place + ValuesAhead] is >= 0 and var near)
        {
            index.Slots.ExpectValues(near, index.Vocabulary);
        }
    }
}
