using IntegrationHub.Hub.Feed;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Contracts;

/// <summary>Cuts lines of the change log to one reader's contract. A reader permitted all sources costs no further reads.</summary>
internal sealed class ChangeViews(IRegistryReader registry, ContractView view)
{
    private const string SourceReason = "source:";
    private readonly AccessContract _contract = view.Contract;

    public async Task<(IReadOnlyList<ChangeView> Changes, RegistryChange? Last)> ReadAsync(long after, int limit, CancellationToken cancellationToken)
    {
        var rows = await registry.ReadChangesAsync(after, limit, cancellationToken);
        var seen = new List<ChangeView>(rows.Count);
        foreach (var row in rows)
        {
            if (await ViewAsync(row, cancellationToken) is { } change)
            {
                seen.Add(change);
            }
        }

        return (seen, rows.Count == 0 ? null : rows[^1]);
    }

    /// <summary>True when a permitted source ever stood behind this id.</summary>
    public async Task<bool> KnewAsync(GoldenId id, CancellationToken cancellationToken) =>
        _contract.Sources.IsAll || (await registry.ReadVersionsAsync(id, cancellationToken)).Any(row => view.Knows(row.Golden));

    /// <summary>As <see cref="KnewAsync"/>, for an id whose versions are erased: the log still tells which sources spoke of it.</summary>
    public async Task<bool> WasKnownAsync(GoldenId id, CancellationToken cancellationToken) =>
        _contract.Sources.IsAll || (await registry.ReadChangesOfAsync(id, cancellationToken)).Any(change => PermittedSource(change.Reason) == true);

    private async Task<ChangeView?> ViewAsync(RegistryChange change, CancellationToken cancellationToken)
    {
        var attributes = change.Attributes.Where(name => CitizenAttributes.Permits(_contract.Attributes, name)).ToList();
        if (change.Kind == ChangeKind.Updated && attributes.Count == 0)
        {
            return null;
        }

        if (_contract.Sources.IsAll)
        {
            return Make(change, change.Touched, attributes, change.Reason);
        }

        // What another source says changes no value this reader sees, unless people are joined, parted, hidden or forgotten by it.
        var permitted = PermittedSource(change.Reason);
        if (permitted == false && change.Kind is ChangeKind.Created or ChangeKind.Updated or ChangeKind.Linked or ChangeKind.Unlinked)
        {
            return null;
        }

        if (!await KnowsAtAsync(change, cancellationToken))
        {
            return null;
        }

        var touched = new List<GoldenId>();
        foreach (var id in change.Touched)
        {
            if (id == change.Golden || await KnewAsync(id, cancellationToken) || await WasKnownAsync(id, cancellationToken))
            {
                touched.Add(id);
            }
        }

        return Make(change, touched, attributes, permitted == false ? "registry" : change.Reason);
    }

    // The version after the change, or the one before it: a reader must also learn that its person left the record.
    private async Task<bool> KnowsAtAsync(RegistryChange change, CancellationToken cancellationToken) =>
        change.Kind == ChangeKind.Erased
            ? await WasKnownAsync(change.Golden, cancellationToken)
            : (await registry.ReadVersionsAsync(change.Golden, cancellationToken))
                .Any(row => row.Golden.Version <= change.Version && row.Golden.Version >= change.Version - 1 && view.Knows(row.Golden));

    private bool? PermittedSource(string reason) =>
        reason.StartsWith(SourceReason, StringComparison.Ordinal) ? _contract.Sources.Allows(reason[SourceReason.Length..]) : null;

    private static ChangeView Make(RegistryChange change, IReadOnlyList<GoldenId> touched, IReadOnlyList<string> attributes, string reason) => new()
    {
        Cursor = FeedCursor.After(change).ToString(),
        Sequence = change.Sequence,
        Kind = change.Kind,
        Golden = change.Golden,
        Version = change.Version,
        At = change.At,
        Touched = touched.Count == 0 ? [change.Golden] : touched,
        Attributes = attributes,
        Reason = reason,
    };
}
