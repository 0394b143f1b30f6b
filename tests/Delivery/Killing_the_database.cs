using System.Data.Common;
using System.Net;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Hub.Webhooks;
using IntegrationHub.Mdm.Storage;
using IntegrationHub.Tests.Storage.PostgreSql;

namespace IntegrationHub.Tests.Delivery;

/// <summary>PostgreSQL is killed under a hub that goes on: it writes and tells as soon as the database is back.</summary>
public sealed class Killing_the_database : IClassFixture<PostgreSqlServer>
{
    private readonly PostgreSqlServer _server;

    public Killing_the_database(PostgreSqlServer server) => _server = server;

    [Fact]
    public async Task A_subscribers_copy_equals_the_registry_although_the_database_was_killed_while_the_hub_delivered()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        await using var receiver = await FaultyReceiver.StartAsync(seed);
        var storage = new StorageSettings { Provider = StorageProvider.PostgreSql, ConnectionString = await _server.NewDatabaseAsync() };
        var target = new WebhookTarget { Endpoint = receiver.Endpoint, Secrets = [receiver.Secret], AllowedNetworks = [IPNetwork.Parse("127.0.0.0/8")] };
        await using (var hub = await DeliveringHub.OpenAsync(
            storage, TimeProvider.System, DeliveringHub.Subscription(ChannelKind.Webhook, target), subscription => new WebhookChannel(subscription, TimeProvider.System)))
        {
            using var stop = new CancellationTokenSource();
            var living = LiveAsync(new RandomLife(hub.Writer, hub.Stores.Reader, seed), stop.Token);
            for (var kill = 0; kill < Kills.Count; kill++)
            {
                var goal = receiver.Taken + random.Next(5, 20);
                await Kills.UntilAsync(() => living.IsCompleted ? throw new InvalidOperationException($"life stopped (seed {seed})", living.Exception) : Task.FromResult(receiver.Taken >= goal));
                await _server.KillAsync();
                await _server.StartAgainAsync();
            }

            await stop.CancelAsync();
            await living;
            await hub.UntilToldAsync();
        }

        Assert.True(receiver.OutOfOrder.IsEmpty, $"out of order with seed {seed}: {string.Join(", ", receiver.OutOfOrder.Take(5))}");
        await Same.AssertAsync(receiver.Copy, storage);
    }

    // What fails while the database is away is simply not done; life goes on.
    private static async Task LiveAsync(RandomLife life, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await life.StepAsync(CancellationToken.None);
                await Task.Delay(5, CancellationToken.None);
            }
            catch (Exception error) when (error is DbException or IOException or InvalidOperationException or StorageException)
            {
                await Task.Delay(100, CancellationToken.None);
            }
        }
    }
}
