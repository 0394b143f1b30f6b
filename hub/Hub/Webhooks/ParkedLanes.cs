using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Webhooks;

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
