using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Publishing;

/// <summary>The citizens of one subscription whose changes wait behind a parked one, kept in the operations store.</summary>
internal sealed class ParkedLanes(string subscription, IOperationsStore operations, TimeProvider clock)
{
    /// <summary>Code of a change that is parked only because an earlier one of the same citizen is.</summary>
    public const string Behind = "parked.behind";

    private HashSet<GoldenId> _lanes = [];

    public bool Blocks(ChangeView change) => change.Touched.Any(_lanes.Contains);

    /// <summary>Reads the lanes back from what is parked.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var parked = await operations.ListParkedAsync(subscription, cancellationToken);
        _lanes = [.. parked.SelectMany(row => row.Ids).Select(text => GoldenId.TryParse(text, out var id) ? id : throw new InvalidDataException("a parked delivery names no golden id"))];
    }

    /// <summary>Forgets what is parked behind a place the subscription is set back to: it all comes again.</summary>
    public async Task ForgetAfterAsync(long sequence, CancellationToken cancellationToken)
    {
        foreach (var row in (await operations.ListParkedAsync(subscription, cancellationToken)).Where(row => row.Sequence > sequence))
        {
            await operations.RemoveParkedAsync(subscription, row.Sequence, cancellationToken);
        }
    }

    /// <summary>Tries everything parked again, oldest first; a citizen whose change fails again keeps waiting.</summary>
    /// <param name="send">Sends the change with this sequence as it stands now.</param>
    /// <param name="cancellationToken">Stops between changes.</param>
    /// <returns>The failure that stops the subscription; null otherwise.</returns>
    public async Task<Failure?> ReplayAsync(Func<long, Task<Failure?>> send, CancellationToken cancellationToken)
    {
        var stuck = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in await operations.ListParkedAsync(subscription, cancellationToken))
        {
            if (row.Ids.Any(stuck.Contains))
            {
                stuck.UnionWith(row.Ids);
                continue;
            }

            var failure = await send(row.Sequence);
            if (failure is { Kind: FailureKind.Denied })
            {
                return failure;
            }

            if (failure is null)
            {
                await operations.RemoveParkedAsync(row.Subscription, row.Sequence, cancellationToken);
                continue;
            }

            stuck.UnionWith(row.Ids);
            await operations.SaveParkedAsync(row with { Code = failure.Code, Detail = failure.Detail, Attempts = row.Attempts + 1, At = clock.GetUtcNow() }, cancellationToken);
        }

        await LoadAsync(cancellationToken);
        return null;
    }

    /// <summary>Keeps a change with the reason, and its citizens' later changes behind it.</summary>
    public async Task ParkAsync(Delivery delivery, Failure? failure, CancellationToken cancellationToken)
    {
        var change = delivery.Change;
        var row = new ParkedDelivery(
            subscription,
            change.Sequence,
            [.. change.Touched.Select(id => id.ToString())],
            failure?.Code ?? Behind,
            failure?.Detail ?? "an earlier change of the same citizen is parked: replay that one first",
            delivery.Attempts,
            clock.GetUtcNow());
        await operations.SaveParkedAsync(row, cancellationToken);
        _lanes.UnionWith(change.Touched);
    }
}
