namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>A record put into an overlay, made ready for comparison.</summary>
/// <param name="OldSlot">Slot of the record it replaces, or −1.</param>
internal sealed record Entry(int Part, MatchKey Key, int[] Row, ulong[] Keys, int OldSlot)
{
    /// <summary>Pairs of this entry; an end below zero is the entry with that complement.</summary>
    public List<Edge> Edges { get; } = [];
}
