using System.Runtime.CompilerServices;
using System.Text;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Tests.Connectors.Privacy;

/// <summary>Hands over whatever its system says, with no thought of what is forbidden.</summary>
internal sealed class CarelessConnector(params string[] bodies) : Connector, ISource, IReceiver, IEnricher
{
    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "careless",
        Title = new LocalText("Sans soin", "Careless"),
        Version = "1.0",
        Families = ["test"],
        Contracts = Contract.Source | Contract.Receiver | Contract.Enricher,
        Settings = typeof(object),
    };

    private IReadOnlyList<SourceRecord> Records =>
        [.. bodies.Select((body, index) => new SourceRecord { Key = $"{index}", Version = new RecordVersion(1), Body = Encoding.UTF8.GetBytes(body) })];

    public async IAsyncEnumerable<SourceRead> ReadAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield return new SourceRead.Page(new SourcePage(Records, [], new Checkpoint("end")));
    }

    public ValueTask CommittedAsync(Checkpoint checkpoint, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<Received> ReceiveAsync(IncomingCall call, CancellationToken cancellationToken) =>
        ValueTask.FromResult<Received>(new Received.Accepted(Records, []));

    public ValueTask<Enrichment> EnrichAsync(EnrichmentQuestion question, CancellationToken cancellationToken) =>
        ValueTask.FromResult<Enrichment>(new Enrichment.Answered(Records[0]));

    public override IAsyncEnumerable<CheckResult> CheckAsync(object settings, ConnectionContext context, CheckDepth upTo, CancellationToken cancellationToken) =>
        throw new NotSupportedException("it has no check");

    protected override ISource CreateSource(object settings, ConnectionContext context) => this;

    protected override IReceiver CreateReceiver(object settings, ConnectionContext context) => this;

    protected override IEnricher CreateEnricher(object settings, ConnectionContext context) => this;
}
