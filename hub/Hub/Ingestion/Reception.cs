using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Writing;
using IntegrationHub.Mdm.Registry.Absorbing;

namespace IntegrationHub.Hub.Ingestion;

/// <summary>Takes what a receiver made of a call, or a provider vouches for, the way of any page: mapped, absorbed and durable before the sender is told so.</summary>
public sealed class Reception(RegistryWriter writer, TimeProvider clock)
{
    private static readonly TimeSpan RejectedKept = TimeSpan.FromDays(30);

    /// <returns>What became of it; null when there was nothing to store.</returns>
    /// <exception cref="WriterUnavailableException">This node does not write now: the sender tries again.</exception>
    public async Task<AbsorbedPage?> TakeAsync(string connection, RecordMapping map, Received.Accepted accepted, CancellationToken cancellationToken)
    {
        var page = new PageMapper(connection, map, RejectedKept, clock).Map(new SourcePage(accepted.Records, accepted.Rejected, new Checkpoint("")));
        var registry = new RegistryPage { Connection = connection, Records = page.Arrivals, Quarantine = page.Quarantine };
        return page.Arrivals.Count + page.Quarantine.Count > 0 ? await writer.DoAsync((citizens, token) => citizens.AbsorbAsync(registry, token), cancellationToken) : null;
    }
}
