using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Sinks;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Reconciling;

/// <summary>Compares what a subscriber holds with what its contract and filter give it now: person by person, over the contracted attributes.</summary>
/// <param name="registry">Committed data.</param>
/// <param name="operations">Cursors, and where the outcome is kept.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">For names and counts.</param>
public sealed class Reconciler(IRegistryReader registry, IOperationsStore operations, TimeProvider clock, ILogger log)
{
    private const int Batch = 500;

    public ReconciliationBook Book { get; } = new(operations, clock);

    /// <summary>Against what the subscriber says it holds.</summary>
    /// <param name="subscription">Whose copy.</param>
    /// <param name="reader">The subscription's reader.</param>
    /// <param name="copy">The copy.</param>
    /// <param name="by">Who asked.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    public async Task<Reconciliation> CompareAsync(Subscription subscription, ContractReader reader, HeldCopy copy, string by, CancellationToken cancellationToken)
    {
        await reader.ReconcilingAsync(cancellationToken);
        var count = new DriftCount(await OnTheirWayAsync(subscription, copy.After, cancellationToken));
        var seen = new HashSet<GoldenId>();
        long expected = 0;
        await foreach (var digest in ExpectedAsync(subscription, reader, copy.Key, cancellationToken))
        {
            expected++;
            seen.Add(digest.Id);
            if (!copy.People.TryGetValue(digest.Id, out var mark))
            {
                count.Add(digest.Id, DriftKind.Missing);
            }
            else if (mark is { } held && held != digest.Mark)
            {
                count.Add(digest.Id, DriftKind.Different);
            }
        }

        foreach (var id in copy.People.Keys.Where(id => !seen.Contains(id)).Order())
        {
            count.Add(id, DriftKind.Extra);
        }

        return await KeepAsync(subscription, count, expected, copy.People.Count, by, cancellationToken);
    }

    /// <summary>Against what the system that is written to gives when it is read from its beginning.</summary>
    /// <param name="subscription">What is written there.</param>
    /// <param name="reader">The subscription's reader.</param>
    /// <param name="memory">What was written, as keyed hashes.</param>
    /// <param name="source">The system's reading side.</param>
    /// <param name="by">Who asked.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    /// <returns>The failure that ended the reading; nothing is kept then.</returns>
    public async Task<(Reconciliation? Found, Failure? Failure)> CompareAsync(
        Subscription subscription, ContractReader reader, SinkMemory memory, ISource source, string by, CancellationToken cancellationToken)
    {
        await reader.ReconcilingAsync(cancellationToken);
        var there = new WrittenRecords(memory);
        await there.LoadAsync(cancellationToken);
        await foreach (var read in source.ReadAsync(null, cancellationToken))
        {
            if (read is SourceRead.Failed { Failure: var failure })
            {
                Log.SubscriptionNotCompared(log, subscription.Name, failure.Code);
                return (null, failure);
            }

            if (read is SourceRead.Page { Value: var page })
            {
                there.Take(page.Records);
            }
        }

        var count = new DriftCount(await OnTheirWayAsync(subscription, null, cancellationToken));
        long expected = 0;
        await foreach (var digest in ExpectedAsync(subscription, reader, [0], cancellationToken))
        {
            expected++;
            if (there.Drift(digest.Id) is { } kind)
            {
                count.Add(digest.Id, kind);
            }
        }

        foreach (var id in there.Unasked())
        {
            count.Add(id, DriftKind.Extra);
        }

        return (await KeepAsync(subscription, count, expected, there.Found, by, cancellationToken), null);
    }

    private async Task<Reconciliation> KeepAsync(Subscription subscription, DriftCount count, long expected, long held, string by, CancellationToken cancellationToken)
    {
        var point = count.Point(clock.GetUtcNow(), expected, held);
        Log.SubscriptionCompared(log, subscription.Name, expected, held, point.Drift);
        return await Book.AddAsync(subscription.Name, point, by, count.Waiting, count.Drifts, cancellationToken);
    }

    private async IAsyncEnumerable<PersonDigest> ExpectedAsync(
        Subscription subscription, ContractReader reader, byte[] key, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (GoldenId? at = null; ;)
        {
            var rows = await registry.ReadGoldensAsync(at, Batch, cancellationToken);
            var active = rows.Where(row => row.Golden.State == GoldenState.Active).Select(row => row.Golden.Id).ToList();
            foreach (var digest in await reader.DigestAsync(active, subscription.Filter, key, cancellationToken))
            {
                yield return digest;
            }

            if (rows.Count < Batch)
            {
                yield break;
            }

            at = rows[^1].Golden.Id;
        }
    }

    // What was changed after the copy's last event, or after the last settled delivery, is told soon by itself; what is parked waits for a person, and is drift.
    private async Task<HashSet<GoldenId>> OnTheirWayAsync(Subscription subscription, long? after, CancellationToken cancellationToken)
    {
        var found = new HashSet<GoldenId>();
        var settled = (await operations.FindCursorAsync(subscription.Name, cancellationToken))?.Sequence ?? 0;
        for (var at = Math.Min(after ?? settled, settled == 0 ? long.MaxValue : settled); ;)
        {
            var changes = await registry.ReadChangesAsync(at, Batch, cancellationToken);
            found.UnionWith(changes.SelectMany(change => change.Touched));
            if (changes.Count < Batch)
            {
                return found;
            }

            at = changes[^1].Sequence;
        }
    }
}
