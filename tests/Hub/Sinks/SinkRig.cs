using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Sinks;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Tests.Hub.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Hub.Sinks;

/// <summary>A registry as the test wrote it, told to a sink that keeps what it was asked.</summary>
internal sealed class SinkRig
{
    private const string Mapping = """
        mapping: crm
        outgoing:
          lastname: birthName
          email: email
        """;

    private readonly SmallRegistry _registry = new();
    private readonly MemoryOperations _operations = new();

    public KeptRecords Sink { get; } = new();

    public IEnumerable<(string? ForeignKey, GoldenId Golden)> Written =>
        Sink.Records.Select(record => (record.ForeignKey, GoldenId.TryParse(record.Key, out var id) ? id : default));

    public long Put(GoldenId id, long version, GoldenState state, ChangeKind kind, string[] members, params GoldenId[] others) =>
        _registry.Put(Record(id, version, state, members, new Citizen { BirthName = "Martin" }), kind, "source:crm", ["birthName"], others).Sequence;

    public long Put(GoldenId id, long version, GoldenState state, ChangeKind kind, string[] members, Citizen citizen) =>
        _registry.Put(Record(id, version, state, members, citizen), kind, "source:crm", ["birthName"]).Sequence;

    public void Set(GoldenId id, long version, GoldenState state, string[] members, GoldenId? into = null) =>
        _registry.Set(Record(id, version, state, members, new Citizen { BirthName = "Martin" }) with { MergedInto = into });

    public Task<IReadOnlyList<ToldCitizen>> RememberedAsync() => _operations.ListToldAsync("sink:crm-out", null, 100, default);

    public async Task<Failure?> TellAsync(long sequence)
    {
        var mapping = MappingCompiler.Compile(Mapping, "crm.yaml").Outgoing ?? throw new InvalidOperationException("the mapping does not compile");
        var subscription = new Subscription { Name = "crm-out", Contract = Readers.Contract(), Channel = ChannelKind.Sink, Sink = new SinkTarget("crm", "crm"), WithValues = true };
        var reader = Readers.Of(_registry, _operations);
        await using var channel = new SinkChannel(subscription, Sink, mapping, new SinkMemory(_operations, "crm-out", new byte[32]), TimeProvider.System, NullLogger.Instance);
        var told = await new EventComposer(subscription, reader, _operations, TimeProvider.System).ComposeAsync((await reader.ReadChangesAsync(sequence - 1, 1, default)).Changes[0], default);
        return await channel.SendAsync(told!, default);
    }

    private static GoldenRecord Record(GoldenId id, long version, GoldenState state, string[] members, Citizen citizen) => new()
    {
        Id = id,
        Version = version,
        State = state,
        Citizen = state == GoldenState.Active ? citizen : new Citizen(),
        Members = [.. members.Select(member => new PartKey(member.Split('/')[0], member.Split('/')[1]))],
    };
}
