using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Projection;

namespace IntegrationHub.Mdm.Registry.Absorbing;

/// <summary>What can be made of an arrival before its turn: its content hash, and its citizens as the matcher sees them.</summary>
/// <param name="Record">The record it was made of: one that was changed since is prepared anew.</param>
/// <param name="Body">The body it was made of.</param>
/// <param name="Projection">The projection that made <paramref name="Parts"/>.</param>
/// <param name="Hash">See <see cref="ContentHash"/>.</param>
/// <param name="Parts">In the order of the record's citizens.</param>
internal sealed record PreparedArrival(MappedRecord Record, ReadOnlyMemory<byte> Body, MatchProjection Projection, UInt128 Hash, ArraySegment<MatchRecord> Parts)
{
    public bool IsOf(Arrival arrival) => ReferenceEquals(Record, arrival.Record) && Body.Equals(arrival.Body);

    public static IReadOnlyList<Arrival> Of(IReadOnlyList<Arrival> arrivals, MatchProjection projection, MatchModel model)
    {
        var parts = model.Draft([.. arrivals.SelectMany(arrival => arrival.Record.Citizens.Select(part => projection.Project(new PartKey(arrival.Record.Key, part.Part), part.Citizen)))]);
        var hasher = new ContentHash();
        var at = 0;
        return [.. arrivals.Select(arrival =>
        {
            var own = new ArraySegment<MatchRecord>(parts, at, arrival.Record.Citizens.Count);
            at += own.Count;
            return arrival with { Prepared = new PreparedArrival(arrival.Record, arrival.Body, projection, hasher.Of(arrival), own) };
        })];
    }
}
