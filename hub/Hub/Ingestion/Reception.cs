using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Echo;
using IntegrationHub.Hub.Writing;
using IntegrationHub.Mdm.Registry.Absorbing;

namespace IntegrationHub.Hub.Ingestion;

/// <summary>Takes what a receiver made of a call, or a provider vouches for, the way of any page: mapped, absorbed and durable before the sender is told so.</summary>
public sealed class Reception(RegistryWriter writer, TimeProvider clock)
{
    private static readonly TimeSpan RejectedKept = TimeSpan.FromDays(30);

    /// <param name="connection">Name of the connection.</param>
    /// <param name="map">Its mapping.</param>
    /// <param name="accepted">What was received.</param>
    /// <param name="echo">Takes out what comes back because the hub wrote it; null where the hub writes nothing into this system.</param>
    /// <param name="cancellationToken">Stops the wait for the writer.</param>
    /// <returns>What became of it; null when there was nothing to store.</returns>
    /// <exception cref="WriterUnavailableException">This node does not write now: the sender tries again.</exception>
    public async Task<AbsorbedPage?> TakeAsync(string connection, RecordMapping map, Received.Accepted accepted, EchoFilter? echo, CancellationToken cancellationToken)
    {
        var page = new PageMapper(connection, map, RejectedKept, clock).Map(new SourcePage(accepted.Records, accepted.Rejected, new Checkpoint("")));
        return page.Arrivals.Count + page.Quarantine.Count == 0 ? null : await writer.DoAsync(
            async (citizens, token) =>
            {
                var own = echo is null ? page : await echo.TakeOutAsync(citizens, page, token);
                return await citizens.AbsorbAsync(new RegistryPage { Connection = connection, Records = own.Arrivals, Quarantine = own.Quarantine }, token);
            },
            cancellationToken);
    }
}
