using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Crm.Dataverse;
using IntegrationHub.Connectors.Sandbox.Faults;
using IntegrationHub.Connectors.Sandbox.Systems.Dataverse;
using static IntegrationHub.Tests.Systems.Dataverse.ContactRig;

namespace IntegrationHub.Tests.Systems.Dataverse;

public sealed class Contacts_go_in_batches
{
    [Fact]
    public async Task Many_at_once_need_few_requests_and_each_has_its_own_end()
    {
        await using var rig = await ContactRig.StartAsync(new DataverseWriteSettings { Batch = 1000 }, concurrency: 1);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 1200).Select(number => rig.Sink.WriteAsync(
            Person($"G{number}", number == 700 ? """{"lastname":"Dupont","nosuch":1}""" : $$"""{"lastname":"N{{number}}"}"""), CancellationToken.None).AsTask()));

        var failed = Assert.IsType<SinkOutcome.Failed>(Assert.Single(outcomes, outcome => outcome is SinkOutcome.Failed));
        Assert.Equal(FailureKind.Refused, failed.Failure.Kind);
        Assert.Equal(1199, rig.Dynamics.Server.Changes);
        Assert.InRange(rig.Dynamics.Server.Requests.All, 2, 300);
    }

    [Theory]
    [InlineData(FaultKind.LostAnswer)]
    [InlineData(FaultKind.TooManyRequests)]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.Garbage)]
    public async Task A_batch_that_goes_wrong_once_changes_each_contact_once(FaultKind fault)
    {
        await using var rig = await ContactRig.StartAsync(new DataverseWriteSettings { Batch = 100 }, concurrency: 1);
        rig.Dynamics.Server.Faults.Set(new Fault(fault, Times: 1, Path: "$batch"));

        // What the sink gives back as passing is written again, as a delivery is.
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 60).Select(async number =>
        {
            var record = Person($"G{number}", $$"""{"lastname":"N{{number}}"}""");
            var first = await rig.Sink.WriteAsync(record, CancellationToken.None);
            return first is SinkOutcome.Failed { Failure.Kind: FailureKind.Passing } ? await rig.Sink.WriteAsync(record, CancellationToken.None) : first;
        }));

        Assert.All(outcomes, outcome => Assert.IsType<SinkOutcome.Written>(outcome));
        Assert.Equal((1, 60), (rig.Dynamics.Server.Faults.Met, rig.Dynamics.Server.Changes));
    }

    [Fact]
    public async Task No_more_requests_are_under_way_than_the_server_recommends()
    {
        await using var rig = await ContactRig.StartAsync(new DataverseWriteSettings { Batch = 1 }, new DataverseSandbox { Parallelism = 2, AtOnce = 2 }, concurrency: 16);
        await rig.WriteAsync(Person("first", """{"lastname":"Dupont"}"""));

        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => rig.WriteAsync(Person($"G{number}", $$"""{"lastname":"N{{number}}"}"""))));

        Assert.Equal(0, rig.Dynamics.Server.Requests.Throttled);
    }

    [Fact]
    public async Task Once_told_when_to_come_back_the_sink_asks_no_more_until_then()
    {
        await using var rig = await ContactRig.StartAsync(new DataverseWriteSettings { Batch = 1 }, new DataverseSandbox { Requests = 6 }, concurrency: 1);
        var ends = new List<SinkOutcome>();
        for (var number = 0; number < 20; number++)
        {
            ends.Add(await rig.Sink.WriteAsync(Person($"G{number}", $$"""{"lastname":"N{{number}}"}"""), CancellationToken.None));
        }

        var failures = ends.OfType<SinkOutcome.Failed>().Select(end => end.Failure).ToList();
        Assert.Equal((6, 14), (ends.Count - failures.Count, failures.Count));
        Assert.All(failures, failure => Assert.True(failure.Kind == FailureKind.Throttled && failure.NotBefore > TimeProvider.System.GetUtcNow().AddMinutes(2)));
        Assert.Equal((7L, 1L), rig.Dynamics.Server.Requests);
    }

    [Fact]
    public async Task Execution_time_is_limited_for_batches_too()
    {
        await using var rig = await ContactRig.StartAsync(
            new DataverseWriteSettings { Batch = 100 }, new DataverseSandbox { OperationCost = TimeSpan.FromSeconds(30) }, concurrency: 1);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => rig.Sink.WriteAsync(Person($"G{number}", """{"lastname":"Dupont"}"""), CancellationToken.None).AsTask()));

        var late = await rig.RefusedAsync(Person("late", """{"lastname":"Dupont"}"""));

        Assert.Equal(FailureKind.Throttled, late.Kind);
    }
}
