using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Tests.Hub.Sinks;

/// <summary>A sink that keeps what it was asked to write, and names what it makes.</summary>
internal sealed class KeptRecords : ISink
{
    private int _made;

    public List<OutgoingRecord> Records { get; } = [];

    public Failure? Failure { get; set; }

    public ValueTask<SinkOutcome> WriteAsync(OutgoingRecord record, CancellationToken cancellationToken)
    {
        Records.Add(record);
        return ValueTask.FromResult<SinkOutcome>(Failure is not null ? new SinkOutcome.Failed(Failure)
            : record.Deleted ? new SinkOutcome.Written(SinkEffect.Deleted, null)
            : new SinkOutcome.Written(record.ForeignKey is null ? SinkEffect.Created : SinkEffect.Updated, record.ForeignKey ?? $"made-{++_made}"));
    }
}
