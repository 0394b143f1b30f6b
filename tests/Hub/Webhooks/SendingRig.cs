using System.Net;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Hub;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Feed;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Hub.Webhooks;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Tests.Hub.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Hub.Webhooks;

/// <summary>A small registry, one subscription to a real receiver on loopback, and a sender that can be stopped and started.</summary>
internal sealed class SendingRig : IAsyncDisposable
{
    private readonly HubMetrics _metrics = new();
    private CancellationTokenSource? _stop;
    private Task? _running;
    private WebhookChannel? _channel;

    private SendingRig(ReceiverServer receiver) => Receiver = receiver;

    public ReceiverServer Receiver { get; }

    public SmallRegistry Registry { get; } = new();

    public MemoryOperations Operations { get; } = new();

    public ChangeSignal Signal { get; } = new();

    public WebhookSecret Secret { get; } = WebhookSecret.Generate();

    public SubscriptionStates States => new(Operations, TimeProvider.System);

    public SubscriptionSender? Sender { get; private set; }

    public Task Running => _running ?? Task.CompletedTask;

    public static async Task<SendingRig> StartAsync() => new(await ReceiverServer.StartAsync());

    public Subscription Subscription(string retry = "1s x2; then park", bool withValues = false, int parallel = 4, Scope? attributes = null) => new()
    {
        Name = "portal",
        Contract = Readers.Contract(attributes),
        Webhook = Target(),
        WithValues = withValues,
        Retry = RetrySchedule.Parse(retry),
        Parallel = parallel,
    };

    public WebhookTarget Target() => new()
    {
        Endpoint = Receiver.Endpoint, Secrets = [Secret], AllowedNetworks = [IPNetwork.Parse("127.0.0.0/8")], Timeout = TimeSpan.FromSeconds(3),
    };

    /// <summary>Writes changes of the given people, one after the other.</summary>
    public void Change(params long[] people)
    {
        foreach (var person in people)
        {
            var id = new GoldenId(person);
            var version = Registry.ReadVersionsAsync(id, default).Result.Count + 1;
            var citizen = new Citizen { BirthName = $"Name{version}", Emails = [new("a@b.example")] };
            var golden = new GoldenRecord { Id = id, Version = version, Citizen = citizen, Members = [new PartKey("crm", $"{person}")] };
            var change = Registry.Put(golden, version == 1 ? ChangeKind.Created : ChangeKind.Updated, "source:crm", ["birthName"]);
            Signal.Publish(change.Sequence);
        }
    }

    /// <param name="subscription">Null for the usual one.</param>
    /// <param name="release">False leaves the state as it is.</param>
    public void Start(Subscription? subscription = null, bool release = true)
    {
        var asked = subscription ?? Subscription();
        _stop = new CancellationTokenSource();
        _channel = new WebhookChannel(asked, TimeProvider.System);
        Sender = new SubscriptionSender(asked, new SenderParts(Readers.Of(Registry, Operations, asked.Contract), _channel, Operations, Signal, TimeProvider.System, _metrics, NullLogger.Instance));
        _running = release ? RunAsync(Sender, _stop.Token) : Sender.RunAsync(_stop.Token);
    }

    public async Task StopAsync()
    {
        await _stop!.CancelAsync();
        await Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _channel!.DisposeAsync();
        _stop.Dispose();
        _stop = null;
    }

    public async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (!await condition())
        {
            if (Running.IsFaulted)
            {
                await Running;
            }

            await Task.Delay(10, patience.Token);
        }
    }

    public Task<IReadOnlyList<ParkedDelivery>> ParkedAsync() => Operations.ListParkedAsync("portal", default);

    private async Task<SenderEnd> RunAsync(SubscriptionSender sender, CancellationToken cancellationToken)
    {
        if ((await States.FindAsync("portal", cancellationToken)).Mode == SubscriptionMode.Held)
        {
            await States.ActivateAsync("portal", null, "test", cancellationToken);
        }

        return await sender.RunAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_stop is not null)
        {
            await StopAsync();
        }

        await Receiver.DisposeAsync();
        _metrics.Dispose();
    }
}
