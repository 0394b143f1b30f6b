using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Contracts;

namespace IntegrationHub.Hub.Publishing;

/// <summary>Brings one event to one subscriber and says how it ended. A channel sees what the subscription's contract permits, and nothing else.</summary>
/// <remarks>MUST be idempotent by the event's id and the people's versions: the same event may come again after a crash or a lost answer. MUST NOT throw for what the receiver does wrong.</remarks>
public interface IDeliveryChannel : IAsyncDisposable
{
    /// <returns>Null when the receiver took it; else the failure, whose kind alone decides the next step (<see cref="FailureKind.Denied"/> stops the subscription).</returns>
    Task<Failure?> SendAsync(CitizenEvent told, CancellationToken cancellationToken);

    /// <summary>Sends something that names nobody, to see whether it arrives.</summary>
    Task<Failure?> TestAsync(string id, DateTimeOffset at, CancellationToken cancellationToken);
}
