using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Crm.Dataverse;
using IntegrationHub.Connectors.Sandbox.Systems.Dataverse;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Dataverse;

/// <summary>The fake, a sink into it, and a client that looks at what stands there.</summary>
internal sealed class ContactRig : IAsyncDisposable
{
    private readonly DataverseRig _rig;

    private ContactRig(DataverseRig rig, ISink sink) => (_rig, Sink) = (rig, sink);

    public ISink Sink { get; }

    public DataverseRig Dynamics => _rig;

    public static async Task<ContactRig> StartAsync(DataverseWriteSettings? write = null, DataverseSandbox? system = null, int concurrency = 4)
    {
        var rig = await DataverseRig.StartAsync(system);
        var settings = (DataverseSettings)SandboxRig.Hurried(DataverseConnection.To(rig.Server.Address, SandboxRig.Password, "gru_goldenid", "statecode", "donotemail"));
        var context = new ConnectionContext { Connection = "dynamics", StateFolder = Path.GetTempPath(), Log = new CapturedLog() };
        return new ContactRig(rig, new DataverseConnector().OpenSink(settings with { Write = write ?? new DataverseWriteSettings(), Concurrency = concurrency }, context));
    }

    public static OutgoingRecord Person(string golden, string json, string? foreignKey = null, params string[]? changed) => new()
    {
        DeliveryId = "d" + golden,
        Key = golden,
        ForeignKey = foreignKey,
        Version = 1,
        Body = Encoding.UTF8.GetBytes(json),
        Changed = changed is { Length: > 0 } ? changed.ToHashSet() : null,
    };

    public async Task<SinkOutcome.Written> WriteAsync(OutgoingRecord record) => await Sink.WriteAsync(record, CancellationToken.None) switch
    {
        SinkOutcome.Written written => written,
        SinkOutcome.Failed(var failure) => throw new InvalidOperationException($"{failure.Kind} {failure.Code}: {failure.Detail}"),
        _ => throw new InvalidOperationException("neither written nor failed"),
    };

    public async Task<Failure> RefusedAsync(OutgoingRecord record) => Assert.IsType<SinkOutcome.Failed>(await Sink.WriteAsync(record, CancellationToken.None)).Failure;

    /// <summary>A contact as it stands; null when there is none.</summary>
    public async Task<JsonObject?> ContactAsync(string? id)
    {
        var (status, body, _) = await _rig.SendAsync("GET", $"contacts({id})");
        return status == 200 ? body : null;
    }

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)Sink).DisposeAsync();
        await _rig.DisposeAsync();
    }
}
