using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Feed;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Publishing;

/// <summary>Looks ahead before a subscription is set back, and guards against setting it back in a loop.</summary>
/// <param name="registry">The log.</param>
/// <param name="operations">For what filtered subscriptions were told.</param>
/// <param name="clock">The clock.</param>
public sealed class ReplayPlanner(IRegistryReader registry, IOperationsStore operations, TimeProvider clock)
{
    /// <summary>Most changes sent again unless the caller asks for more.</summary>
    public const int UsualCap = 10_000;

    /// <summary>How often within <see cref="LoopTime"/> a subscription may be set back.</summary>
    public const int MostRewinds = 3;

    private const int Batch = 1000;
    private const int Shown = 100;
    private const int Samples = 5;

    public static TimeSpan LoopTime { get; } = TimeSpan.FromHours(1);

    /// <summary>True when it was set back so often lately that another time would rather be a program gone wild.</summary>
    public bool Loops(SubscriptionState state)
    {
        var since = clock.GetUtcNow() - LoopTime;
        return (state.Rewinds ?? []).Count(rewind => rewind.At > since) >= MostRewinds;
    }

    /// <summary>The last change before an instant, found by halving the log.</summary>
    public async Task<long> FindAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        long low = 0, high = await registry.FindLastChangeAsync(cancellationToken);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (await registry.ReadChangesAsync(middle, 1, cancellationToken) is [var change] && change.At < since)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <returns>Null when the cursor is none, or is of a log that was replaced.</returns>
    public async Task<long?> FindAsync(string cursor, CancellationToken cancellationToken)
    {
        if (!FeedCursor.TryParse(cursor, out var at))
        {
            return null;
        }

        return at.Sequence == 0
            || (await registry.ReadChangesAsync(at.Sequence - 1, 1, cancellationToken) is [var change] && FeedCursor.After(change) == at)
                ? at.Sequence
                : null;
    }

    /// <param name="subscription">Whom it would be sent to.</param>
    /// <param name="reader">The subscription's reader.</param>
    /// <param name="after">Last change that would count as told.</param>
    /// <param name="cap">Where counting ends.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    public async Task<ReplayRange> PreviewAsync(Subscription subscription, ContractReader reader, long after, int cap, CancellationToken cancellationToken)
    {
        var composer = new EventComposer(subscription with { WithValues = false }, reader, operations, clock);
        var people = new HashSet<GoldenId>();
        var sample = new List<CitizenEvent>();
        var until = await registry.FindLastChangeAsync(cancellationToken);
        long counted = 0;
        for (var at = after; at < until && counted <= cap;)
        {
            var (changes, last) = await reader.ReadChangesAsync(at, Batch, cancellationToken);
            foreach (var change in changes)
            {
                people.Add(change.Golden);
                if (sample.Count < Samples && await composer.ComposeAsync(change, cancellationToken) is { } told)
                {
                    sample.Add(told);
                }
            }

            counted += changes.Count;
            at = last?.Sequence ?? until;
        }

        return new ReplayRange(after, until, counted, counted > cap, people.Count, [.. people.Order().Take(Shown).Select(id => id.ToString())], sample);
    }
}
