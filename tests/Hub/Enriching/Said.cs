using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Tests.Hub.Fakes;

namespace IntegrationHub.Tests.Hub.Enriching;

/// <summary>What a system says now, whatever was read before.</summary>
internal sealed class Said(params IReadOnlyList<SourceRecord> records) : ISource
{
    public IAsyncEnumerable<SourceRead> ReadAsync(Checkpoint? after, CancellationToken cancellationToken) => new ListSource(records).ReadAsync(null, cancellationToken);

    public ValueTask CommittedAsync(Checkpoint checkpoint, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
