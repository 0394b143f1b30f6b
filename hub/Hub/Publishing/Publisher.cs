using System.Collections.Concurrent;
using IntegrationHub.Hub.Auditing;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Feed;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Survivorship;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Publishing;

/// <summary>Keeps one sender per subscription running: started again when it breaks, when its state changes, when its document does.</summary>
public sealed class Publisher(
    IRegistryReader registry,
    IOperationsStore operations,
    SurvivorshipEngine survivorship,
    AccessLog audit,
    ChangeSignal signal,
    TimeProvider clock,
    HubMetrics metrics,
    Func<Subscription, CancellationToken, Task<IDeliveryChannel>> open,
    ILogger<Publisher> log) : IAsyncDisposable
{
    // A state another node or command wrote is noticed within this time.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Post> _posts = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private int _disposed;

    /// <summary>Subscriptions that are kept running, in name order.</summary>
    public IReadOnlyList<Subscription> Subscriptions => [.. _posts.Values.Select(post => post.Subscription).OrderBy(one => one.Name, StringComparer.Ordinal)];

    /// <summary>Starts a subscription, or starts it again with a changed document.</summary>
    public async Task StartAsync(Subscription subscription)
    {
        await RemoveAsync(subscription.Name);
        var post = new Post(subscription, CancellationTokenSource.CreateLinkedTokenSource(_stop.Token));
        _posts[subscription.Name] = post;
        post.Running = Task.Run(() => RunAsync(post));
    }

    /// <summary>Ends a subscription's sender and forgets the subscription; its cursor stays.</summary>
    public async Task RemoveAsync(string name)
    {
        if (_posts.TryRemove(name, out var post))
        {
            await post.Stop.CancelAsync();
            await post.Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            post.Dispose();
        }
    }

    /// <summary>Has the subscription's state read again at once: the sender ends and starts as the state says.</summary>
    public void Wake(string name)
    {
        if (_posts.TryGetValue(name, out var post))
        {
            post.Wake();
        }
    }

    /// <summary>Asks a subscription's sender to try everything parked again.</summary>
    /// <returns>False when it is not sending on this node.</returns>
    public bool ReplayParked(string name) => Do(name, sender => sender.ReplayParked());

    /// <summary>Asks a subscription's sender to tell the present state of these people again.</summary>
    /// <returns>False when it is not sending on this node.</returns>
    public bool Refresh(string name, IReadOnlyCollection<GoldenId> ids) => Do(name, sender => sender.Refresh(ids));

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        await _stop.CancelAsync();
        foreach (var name in _posts.Keys)
        {
            await RemoveAsync(name);
        }

        _stop.Dispose();
    }

    private bool Do(string name, Action<SubscriptionSender> command)
    {
        if (!_posts.TryGetValue(name, out var post) || post.Sender is not { } sender)
        {
            return false;
        }

        command(sender);
        return true;
    }

    private async Task RunAsync(Post post)
    {
        var subscription = post.Subscription;
        var stopped = post.Stop.Token;
        while (!stopped.IsCancellationRequested)
        {
            var woken = post.Woken;
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stopped, woken);
            try
            {
                await using var channel = await open(subscription, either.Token);
                var reader = new ContractReader(registry, new ContractView(subscription.Contract, survivorship), audit, subscription.Name);
                post.Sender = new SubscriptionSender(subscription, new SenderParts(reader, channel, operations, signal, clock, metrics, log));
                await post.Sender.RunAsync(either.Token);
            }
            catch (Exception error)
            {
                if (!either.IsCancellationRequested)
                {
                    Log.SenderBroke(log, subscription.Name, error.GetType().Name);
                }
            }
            finally
            {
                post.Sender = null;
            }

            if (!either.IsCancellationRequested)
            {
                await Task.Delay(Rest, clock, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private sealed class Post(Subscription subscription, CancellationTokenSource stop) : IDisposable
    {
        private CancellationTokenSource _wake = new();

        public Subscription Subscription => subscription;

        public CancellationTokenSource Stop => stop;

        public Task Running { get; set; } = Task.CompletedTask;

        public SubscriptionSender? Sender { get; set; }

        /// <summary>Cancelled at the next <see cref="Wake"/>.</summary>
        public CancellationToken Woken => _wake.Token;

        public void Dispose()
        {
            stop.Dispose();
            _wake.Dispose();
        }

        public void Wake() => Interlocked.Exchange(ref _wake, new CancellationTokenSource()).Cancel();
    }
}
