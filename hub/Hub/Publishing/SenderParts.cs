using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Feed;
using IntegrationHub.Mdm.Registry.Storing;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Publishing;

/// <summary>What a sender works with.</summary>
/// <param name="Reader">The log and the people, cut to the subscription's contract.</param>
/// <param name="Channel">The way out; the sender's owner disposes of it.</param>
/// <param name="Operations">Cursors, leases, what is parked.</param>
/// <param name="Signal">Wakes the sender after a commit.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Metrics">Counts deliveries.</param>
/// <param name="Log">For names, ids and codes.</param>
public sealed record SenderParts(
    ContractReader Reader, IDeliveryChannel Channel, IOperationsStore Operations, ChangeSignal Signal, TimeProvider Clock, HubMetrics Metrics, ILogger Log);
