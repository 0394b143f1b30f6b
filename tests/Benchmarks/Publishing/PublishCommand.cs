using System.CommandLine;
using System.Diagnostics;
using System.Net;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Hub;
using IntegrationHub.Hub.Auditing;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Feed;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Hub.Webhooks;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Survivorship;
using IntegrationHub.Mdm.Storage;
using IntegrationHub.Tests.Benchmarks.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Benchmarks.Publishing;

/// <summary>The change log on its way out: the feed's reader alone, then signed webhooks to a receiver on loopback, from SQLite.</summary>
internal static class PublishCommand
{
    private const int Page = 1000;

    public static Command Command()
    {
        var changes = new Option<int>("--changes") { DefaultValueFactory = _ => 100_000, Description = "changes in the log" };
        var deliveries = new Option<int>("--deliveries") { DefaultValueFactory = _ => 20_000, Description = "webhooks to deliver" };
        var parallel = new Option<int>("--parallel") { DefaultValueFactory = _ => 16, Description = "citizens served at once" };
        var command = new Command("publish", "feed reader and webhooks") { changes, deliveries, parallel };
        command.SetAction((result, cancellationToken) => RunAsync(result.GetValue(changes), result.GetValue(deliveries), result.GetValue(parallel), cancellationToken));
        return command;
    }

    private static async Task RunAsync(int changes, int deliveries, int parallel, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("hub-publish-bench-");
        try
        {
            await using var stores = await RegistryStores.OpenAsync(new StorageSettings { Directory = folder.FullName }, cancellationToken);
            await stores.Store.TakeOverAsync(cancellationToken);
            var state = await stores.Store.LoadStateAsync(cancellationToken);
            var pages = new SyntheticPages(new GoldenIdSequence(state.IdKey), Page);
            for (var done = 0; done < changes; done += Page)
            {
                var commit = pages.Next(state);
                await stores.Store.CommitAsync(commit, cancellationToken);
                state = commit.State;
            }

            var contract = new AccessContract
            {
                Name = "bench", Controller = Siret.Parse("21330063500017"), Purpose = "benchmark", LegalBasis = LegalBasis.PublicTask, Attributes = Scope.All, Sources = Scope.All,
            };
            await using var audit = new AccessLog(stores.Operations, TimeProvider.System, NullLogger.Instance);
            var reader = new ContractReader(stores.Reader, new ContractView(contract, new SurvivorshipEngine(SurvivorshipPolicy.French())), audit, "bench");
            await FeedAsync(stores, reader, cancellationToken);
            await WebhooksAsync(stores, reader, contract, state.LastChange, deliveries, parallel, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task FeedAsync(RegistryStores stores, ContractReader reader, CancellationToken cancellationToken)
    {
        var feed = new ChangeFeed(stores.Reader, new ChangeSignal(), TimeProvider.System);
        var best = 0.0;
        for (var round = 0; round < 5; round++)
        {
            var (started, cpu, count, cursor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, 0, (string?)null);
            while (await feed.ReadAsync(reader, cursor, Page, TimeSpan.Zero, cancellationToken) is FeedRead.Page { Value: var page })
            {
                count += page.Changes.Count;
                cursor = page.Next;
                if (!page.More)
                {
                    break;
                }
            }

            var busy = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
            best = Math.Max(best, count / Math.Max(busy, Stopwatch.GetElapsedTime(started).TotalSeconds));
        }

        Console.WriteLine(FormattableString.Invariant($"feed reader changes/s {best:F0} (bar 50000, one core, best of five)"));
    }

    private static async Task WebhooksAsync(
        RegistryStores stores, ContractReader reader, AccessContract contract, long last, int deliveries, int parallel, CancellationToken cancellationToken)
    {
        await using var receiver = await CountingReceiver.StartAsync();
        var target = new WebhookTarget { Endpoint = receiver.Endpoint, Secrets = [WebhookSecret.Generate()], AllowedNetworks = [IPNetwork.Parse("127.0.0.0/8")] };
        var subscription = new Subscription { Name = "bench", Contract = contract, Webhook = target, Parallel = parallel, Window = 4000 };
        var states = new SubscriptionStates(stores.Operations, TimeProvider.System);
        await states.ActivateAsync("bench", Math.Max(0, last - deliveries), "bench", cancellationToken);
        await using var channel = new WebhookChannel(subscription, TimeProvider.System);
        using var metrics = new HubMetrics();
        var sender = new SubscriptionSender(subscription, new SenderParts(reader, channel, stores.Operations, new ChangeSignal(), TimeProvider.System, metrics, NullLogger.Instance));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var started = Stopwatch.GetTimestamp();
        Task running = sender.RunAsync(stop.Token);
        while (receiver.Count < deliveries && !running.IsCompleted)
        {
            await Task.Delay(10, cancellationToken);
        }

        var rate = receiver.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Console.WriteLine(FormattableString.Invariant($"webhook deliveries/s {rate:F0} with {parallel} at once (bar 2000)"));
    }
}
