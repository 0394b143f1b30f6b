using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Sinks;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Tests.Hub.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Hub.Sinks;

public sealed class Writing_into_a_system
{
    private const string Mapping = """
        mapping: crm
        outgoing:
          lastname: birthName
          email: email
        """;

    private static readonly GoldenId Ada = new(1);
    private static readonly GoldenId Old = new(2);
    private readonly SmallRegistry _registry = new();
    private readonly MemoryOperations _operations = new();
    private readonly KeptRecords _sink = new();

    [Fact]
    public async Task A_person_read_from_there_is_written_under_the_systems_own_id()
    {
        await TellAsync(Put(Ada, 1, GoldenState.Active, ChangeKind.Created, new PartKey("crm", "contact-7")));

        var written = Assert.Single(_sink.Records);
        Assert.Equal(("contact-7", Ada.ToString(), false), (written.ForeignKey, written.Key, written.Deleted));
        Assert.Equal("""{"lastname":"Martin"}""", Encoding.UTF8.GetString(written.Body.Span));
    }

    [Fact]
    public async Task A_person_made_there_is_found_again_by_the_id_the_system_gave()
    {
        await TellAsync(Put(Ada, 1, GoldenState.Active, ChangeKind.Created, new PartKey("portal", "p1")));
        await TellAsync(Put(Ada, 2, GoldenState.Active, ChangeKind.Updated, new PartKey("portal", "p1")));

        Assert.Equal([null, "made-1"], _sink.Records.Select(record => record.ForeignKey));
    }

    [Fact]
    public async Task After_a_merge_the_survivor_is_written_and_the_retired_one_taken_away()
    {
        await TellAsync(Put(Old, 1, GoldenState.Active, ChangeKind.Created, new PartKey("portal", "p2")));
        _registry.Set(new GoldenRecord { Id = Old, Version = 2, State = GoldenState.Merged, MergedInto = Ada, Citizen = new Citizen() });
        await TellAsync(Put(Ada, 3, GoldenState.Active, ChangeKind.Merged, new PartKey("crm", "contact-7"), Old));

        Assert.Equal([(Old.ToString(), false), (Ada.ToString(), false), (Old.ToString(), true)], _sink.Records.Select(record => (record.Key, record.Deleted)));
        Assert.Equal("made-1", _sink.Records[2].ForeignKey);
    }

    [Fact]
    public async Task Who_was_never_written_is_not_deleted_there()
    {
        await TellAsync(Put(Ada, 2, GoldenState.Erased, ChangeKind.Erased, new PartKey("portal", "p1")));

        Assert.Empty(_sink.Records);
    }

    [Fact]
    public async Task A_failure_is_the_deliverys_failure()
    {
        _sink.Failure = new Failure(FailureKind.Refused, "crm.length", "too long");
        var failure = await TellAsync(Put(Ada, 1, GoldenState.Active, ChangeKind.Created, new PartKey("portal", "p1")));

        Assert.Equal("crm.length", failure!.Code);
    }

    private long Put(GoldenId id, long version, GoldenState state, ChangeKind kind, PartKey member, params GoldenId[] others) => _registry.Put(
        new GoldenRecord { Id = id, Version = version, State = state, Citizen = state == GoldenState.Active ? new Citizen { BirthName = "Martin" } : new Citizen(), Members = [member] },
        kind, "source:crm", ["birthName"], others).Sequence;

    private async Task<Failure?> TellAsync(long sequence)
    {
        var mapping = MappingCompiler.Compile(Mapping, "crm.yaml").Outgoing ?? throw new InvalidOperationException("the mapping does not compile");
        var subscription = new Subscription { Name = "crm-out", Contract = Readers.Contract(), Channel = ChannelKind.Sink, Sink = new SinkTarget("crm", "crm"), WithValues = true };
        var reader = Readers.Of(_registry, _operations);
        await using var channel = new SinkChannel(subscription, _sink, mapping, new SinkMemory(_operations, "crm-out", new byte[32]), TimeProvider.System, NullLogger.Instance);
        var told = await new EventComposer(subscription, reader, _operations, TimeProvider.System).ComposeAsync((await reader.ReadChangesAsync(sequence - 1, 1, default)).Changes[0], default);
        return await channel.SendAsync(told!, default);
    }
}
