using System.Net;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Host.Node;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Hub.Webhooks;

namespace IntegrationHub.Host.Commands;

/// <summary>An application of the demo town: a little server on loopback that receives every change by signed webhook and counts them.</summary>
public sealed class DemoSubscriber : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly CancellationTokenSource _stop = new();
    private readonly WebhookChannel _channel;
    private readonly Task _sending;
    private long _received;

    private DemoSubscriber(HubNode node)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "DemoSubscriber" });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            Interlocked.Increment(ref _received);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        });
        _server.Start();
        var contract = new AccessContract
        {
            Name = "demo-subscriber",
            Controller = Siret.Parse(node.Settings.Controller()),
            Purpose = "demonstration",
            LegalBasis = LegalBasis.PublicTask,
            Attributes = Scope.All,
            Sources = Scope.All,
            Roles = new HashSet<Role> { Role.Application },
        };
        var subscription = new Subscription
        {
            Name = contract.Name,
            Contract = contract,
            Webhook = new WebhookTarget
            {
                Endpoint = new Uri(new Uri(_server.Urls.First()), "/changes"),
                Secrets = [WebhookSecret.Generate()],
                AllowedNetworks = [IPNetwork.Parse("127.0.0.0/8")],
            },
            Parallel = 16,
        };
        var reader = new ContractReader(node.Stores.Reader, new ContractView(contract, node.Survivorship), node.Audit, contract.Name);
        _channel = new WebhookChannel(subscription, node.Clock);
        var sender = new SubscriptionSender(
            subscription, new SenderParts(reader, _channel, node.Stores.Operations, node.Signal, node.Clock, node.Metrics, node.Logs.CreateLogger<SubscriptionSender>()));
        _sending = Task.Run(async () =>
        {
            // The demo releases its own first load: nobody else is told.
            var states = new SubscriptionStates(node.Stores.Operations, node.Clock);
            if ((await states.FindAsync(subscription.Name, _stop.Token)).Mode == SubscriptionMode.Held)
            {
                await states.ActivateAsync(subscription.Name, from: 0, "demo", _stop.Token);
            }

            await sender.RunAsync(_stop.Token);
        });
    }

    /// <summary>Changes it has received so far; one sent again counts again.</summary>
    public long Received => Interlocked.Read(ref _received);

    public static DemoSubscriber Start(HubNode node) => new(node);

    /// <summary>Waits until it has that many, or has received nothing new for a while.</summary>
    public async Task CatchUpAsync(long changes, IProgress<double> progress, CancellationToken cancellationToken)
    {
        for (var (last, idle) = (-1L, 0); Received < changes && idle < 50; last = Received)
        {
            idle = Received == last ? idle + 1 : 0;
            progress.Report(changes == 0 ? 1 : (double)Received / changes);
            await Task.Delay(100, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _channel.DisposeAsync();
        await _server.DisposeAsync();
        _stop.Dispose();
    }
}
