using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Echo;
using IntegrationHub.Hub.Enriching;
using IntegrationHub.Hub.Ingestion;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Sinks;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Stewardship;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Tests.Hub.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Hub.Echo;

/// <summary>A registry, a CRM that is read and written, and a portal that is only read.</summary>
internal sealed class EchoRig : IAsyncDisposable
{
    private const string Mapping = """
        mapping: crm
        record: { key: id, changedAt: modifiedon }
        citizen:
          birthName: lastname
          givenNames: firstname
          birthDate: birthdate
          emails: [email]
          phones: [phone]
          identifiers: { crm: id }
          consents:
            - { channel: email, purpose: newsletter, granted: spam | flag, at: modifiedon }
        outgoing:
          lastname: birthName
          firstname: givenNames | concat(", ")
          birthdate: birthDate | format-date(yyyy-MM-dd)
          email: email
        """;

    private readonly CompileResult _mapping = MappingCompiler.Compile(Mapping, "crm.yaml");
    private readonly bool _filtered;
    private long _told;

    private EchoRig(HubRig hub, bool filtered) => (Hub, _filtered) = (hub, filtered);

    public HubRig Hub { get; }

    public SmallCrm Crm { get; } = new();

    public static async Task<EchoRig> StartAsync(bool filtered = true) => new(await HubRig.StartAsync(), filtered);

    /// <summary>Somebody in the portal: a person of <see cref="Villagers"/>.</summary>
    public Task<RunEnd> SayInPortalAsync(int person, long version = 1, string suffix = "") => Hub.RunAsync("portal", Villagers.Record($"p{person}", person, version, suffix));

    /// <summary>An enricher's answer about a part, read before it in key order.</summary>
    public Task<RunEnd> AnswerAsync(PartKey about) => Hub.RunAsync("ban", new ListSource([new SourceRecord { Key = AnswerKey.Of(about), Version = new RecordVersion(1), Body = "{}"u8.ToArray() }]), map: Answers.Map(
        (connection, record, _) => new MappedRecord { Key = new RecordKey(connection, record.Key), Version = new SourceVersion(1, ""), Citizens = [new CitizenPart(AnswerKey.Part, new Citizen { Emails = [new("ban@example.org")] })] }));

    public async Task<RunEnd> ReadCrmAsync()
    {
        var memory = new SinkMemory(Hub.Stores.Operations, "crm-out", new byte[32]);
        var end = await Hub.Pipeline.RunAsync(
            new Intake { Connection = "crm", Source = Crm, Map = _mapping.Mapping!.Map, Echo = _filtered ? new EchoFilter([memory], _mapping.Mapping!.Map, Hub.Stores.Store, Hub.Reader, new FixedClock()) : null }, null, default);
        return end.Failure is null ? end : throw new InvalidOperationException(end.Failure.Detail);
    }

    /// <summary>Tells the CRM every change since the last time.</summary>
    public async Task TellCrmAsync()
    {
        var subscription = new Subscription { Name = "crm-out", Contract = Readers.Contract(), Channel = ChannelKind.Sink, Sink = new SinkTarget("crm", null), WithValues = true };
        var reader = Readers.Of(Hub.Reader, Hub.Stores.Operations);
        await using var channel = new SinkChannel(subscription, Crm, _mapping.Outgoing!, new SinkMemory(Hub.Stores.Operations, "crm-out", new byte[32]), new FixedClock(), NullLogger.Instance);
        foreach (var change in (await reader.ReadChangesAsync(_told, 1000, default)).Changes)
        {
            if (await new EventComposer(subscription, reader, Hub.Stores.Operations, new FixedClock()).ComposeAsync(change, default) is { } told)
            {
                Assert.Null(await channel.SendAsync(told, default));
            }

            _told = change.Sequence;
        }
    }

    public async Task<OrderResult.Done> MergeAsync(string a, string b)
    {
        var (one, other) = (await OfAsync(a), await OfAsync(b));
        return Assert.IsType<OrderResult.Done>(await Hub.Writer.DoAsync((citizens, token) => citizens.MergeAsync(one.Id, other.Id, new Order("steward"), token), default));
    }

    public Task<OrderResult> UndoAsync(OrderResult.Done done) => Hub.Writer.DoAsync((citizens, token) => citizens.UndoAsync(done.Decisions[0], new Order("steward"), token), default);

    /// <summary>The person a record stands behind: <c>crm/c1</c>.</summary>
    public async Task<GoldenRecord> OfAsync(string record)
    {
        var found = await FindAsync(record);
        return found ?? throw new InvalidOperationException($"nobody stands behind {record}");
    }

    public async Task<GoldenRecord?> FindAsync(string record)
    {
        return (await PartAsync(record))?.Golden is { } golden ? (await Hub.Reader.FindGoldenAsync(golden, default))?.Golden : null;
    }

    public async Task<PartRow?> PartAsync(string record) =>
        (await Hub.Stores.Store.FindRecordsAsync([new RecordKey(record.Split('/')[0], record.Split('/')[1])], default)).SelectMany(stored => stored.Parts).FirstOrDefault();

    public ValueTask DisposeAsync() => Hub.DisposeAsync();
}
