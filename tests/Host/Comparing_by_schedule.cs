using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Connectors.Sandbox.Faults;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Systems;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Settings;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Tests.Host.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Host;

/// <summary>A subscription that writes into a system is compared with it by its own schedule.</summary>
public sealed class Comparing_by_schedule : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Shell.Folder();

    [Fact]
    public async Task A_copy_is_compared_when_it_is_due_and_not_before()
    {
        var clock = new ShiftedClock();
        await using var portal = await SandboxServer.StartAsync(new PublikProfilesSandbox(), new SandboxOptions { People = 40, Time = clock });
        await using var node = await OpenAsync(portal, clock);
        var last = await node.Stores.Reader.FindLastChangeAsync(default);
        await new SubscriptionStates(node.Stores.Operations, clock).ActivateAsync("profils", from: 0, "test", default);
        await using var board = new SubscriptionBoard(node);
        await board.StartAsync(default);
        await UntilAsync(async () => (await node.Stores.Operations.FindCursorAsync("profils", default))?.Sequence == last);

        var desk = new ReconciliationDesk(node);
        var watch = new SubscriptionWatch(node, board, desk);
        var subscription = board.Publisher.Subscriptions.Single(one => one.Name == "profils");
        async Task<DateTimeOffset> LookAsync(TimeSpan later)
        {
            clock.Shift += later;
            await watch.LookAsync(subscription, default);
            return (await desk.Book.FindAsync("profils", default))!.Last.At;
        }

        var first = await LookAsync(TimeSpan.Zero);
        var soon = await LookAsync(TimeSpan.FromMinutes(20));
        var due = await LookAsync(TimeSpan.FromMinutes(41));
        var found = (await desk.Book.FindAsync("profils", default))!.Last;

        Assert.Equal(first, soon);
        Assert.InRange(due - first, TimeSpan.FromHours(1), TimeSpan.FromHours(2));
        Assert.Equal((0, 0), (found.Missing, found.Different));
    }

    /// <summary>A look comes every five seconds: a system that is down is not asked as often.</summary>
    [Fact]
    public async Task A_comparison_that_fails_waits_a_minute_before_it_is_tried_again()
    {
        var clock = new ShiftedClock { Still = TimeProvider.System.GetUtcNow() };
        await using var portal = await SandboxServer.StartAsync(new PublikProfilesSandbox(), new SandboxOptions { People = 5, Time = clock });
        await using var node = await OpenAsync(portal, clock);
        await using var board = new SubscriptionBoard(node);
        await board.StartAsync(default);
        var desk = new ReconciliationDesk(node);
        var watch = new SubscriptionWatch(node, board, desk);
        var subscription = board.Publisher.Subscriptions.Single(one => one.Name == "profils");
        portal.Faults.Set(new Fault(FaultKind.Forbidden));
        async Task<int> LookAsync(TimeSpan later)
        {
            clock.Shift += later;
            await watch.LookAsync(subscription, default);
            return portal.Faults.Met;
        }

        var first = await LookAsync(TimeSpan.Zero);
        var soon = await LookAsync(TimeSpan.FromSeconds(10));
        var again = await LookAsync(TimeSpan.FromMinutes(1));
        portal.Faults.Clear();
        await LookAsync(TimeSpan.FromSeconds(30));
        var early = await desk.Book.FindAsync("profils", default);
        await LookAsync(TimeSpan.FromMinutes(1));

        Assert.True(first > 0);
        Assert.Equal(first, soon);
        Assert.True(again > soon);
        Assert.Null(early);
        Assert.NotNull(await desk.Book.FindAsync("profils", default));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<HubNode> OpenAsync(SandboxServer portal, TimeProvider clock)
    {
        Write("config/connections/publik-profils.yaml", ShippedProfiles.At(portal.Address, Shell.Write(_folder, "key", SandboxContext.Secret)));
        Write("config/subscriptions/profils.yaml", """
            name: profils
            channel: sink
            connection: publik-profils
            controller: "21490007800012"
            purpose: citizen-relations
            legalBasis: public-task
            attributes: ["*"]
            sources: ["*"]
            reconcile: every 1h
            """);
        var settings = new HostSettings { Data = _folder, Listen = new Uri("http://127.0.0.1:0"), Siret = Siret.Parse("21490007800012") };
        var node = await HubNode.OpenAsync(settings, clock, NullLoggerFactory.Instance, default);
        await node.RunAsync((await node.Configuration.FindAsync("publik-profils", default))!, approved: false, null, default);
        return node;
    }

    private static async Task UntilAsync(Func<Task<bool>> done)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await done())
        {
            await Task.Delay(50, patience.Token);
        }
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private sealed class ShiftedClock : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        /// <summary>The only time it tells, whatever the machine's load; null to go on.</summary>
        public DateTimeOffset? Still { get; init; }

        public override DateTimeOffset GetUtcNow() => (Still ?? base.GetUtcNow()) + Shift;
    }
}
