using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Contracts;

/// <summary>How ids stand now for one reader: read at sending, so that an erased, restricted or withdrawn value is never sent late.</summary>
internal sealed class EventViews(IRegistryReader registry, ContractView view)
{
    /// <param name="ids">Ids the reader may know of.</param>
    /// <param name="filter">Whom of them it asked for; the others are <see cref="PersonPresence.Outside"/>.</param>
    /// <param name="withValues">True to add the permitted values of those active.</param>
    /// <param name="cancellationToken">Stops the wait for the store.</param>
    public async Task<IReadOnlyList<PersonState>> DescribeAsync(
        IReadOnlyCollection<GoldenId> ids, SubscriptionFilter filter, bool withValues, CancellationToken cancellationToken)
    {
        var rows = await registry.FindGoldensAsync(ids, cancellationToken);
        var people = new List<PersonState>(rows.Count);
        foreach (var row in rows)
        {
            people.Add(await OfAsync(row, filter, withValues, cancellationToken));
        }

        return people;
    }

    private async Task<PersonState> OfAsync(GoldenRow row, SubscriptionFilter filter, bool withValues, CancellationToken cancellationToken)
    {
        var golden = row.Golden;
        if (golden.State != GoldenState.Active || !view.Knows(golden))
        {
            return State(golden, Word(golden.State), null, golden.MergedInto is { } into && await KnowsAsync(into, cancellationToken) ? into : null);
        }

        IReadOnlyList<StoredRecord> sources = view.Contract.Sources.IsAll || !(withValues || filter.OfPeople)
            ? []
            : await registry.ReadSourcesAsync(golden.Id, cancellationToken);
        return filter.OfPeople && !view.Covers(filter, row, sources)
            ? State(golden, PersonPresence.Outside, null, null)
            : State(golden, PersonPresence.Active, withValues ? view.Of(row, sources) : null, null);
    }

    private async Task<bool> KnowsAsync(GoldenId id, CancellationToken cancellationToken) =>
        view.Contract.Sources.IsAll || (await registry.FindGoldenAsync(id, cancellationToken) is { } row && view.Knows(row.Golden));

    private static PersonPresence Word(GoldenState state) => state switch
    {
        GoldenState.Merged => PersonPresence.Merged,
        GoldenState.Emptied => PersonPresence.Emptied,
        GoldenState.Restricted => PersonPresence.Restricted,
        GoldenState.Erased => PersonPresence.Erased,
        _ => PersonPresence.Outside,
    };

    private static PersonState State(GoldenRecord golden, PersonPresence presence, CitizenView? seen, GoldenId? into) =>
        new() { Id = golden.Id, Version = golden.Version, Presence = presence, View = seen, Into = into };
}
