using IntegrationHub.Hub.Auditing;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Contracts;

/// <summary>The only door to people for one reader: what it gives is cut to the contract, and each view of a person is in the access log before it is given.</summary>
/// <param name="registry">Committed data.</param>
/// <param name="view">The reader's contract with the active survivorship.</param>
/// <param name="log">The access log.</param>
/// <param name="actor">Account or key id that stands in the log.</param>
public sealed class ContractReader(IRegistryReader registry, ContractView view, AccessLog log, string actor)
{
    private const int LongestChain = 1000;
    private const int LongestSearch = 5000;

    private readonly ChangeViews _changes = new(registry, view);
    private readonly EventViews _events = new(registry, view);

    public ContractView View => view;

    /// <summary>The person behind an id; a retired id answers with the current record.</summary>
    public async Task<CitizenAnswer> FindAsync(GoldenId id, CancellationToken cancellationToken)
    {
        var row = await registry.FindGoldenAsync(id, cancellationToken);
        if (row is null)
        {
            return new CitizenAnswer.Unknown();
        }

        if (row.Golden.State == GoldenState.Erased)
        {
            return await _changes.WasKnownAsync(id, cancellationToken) ? new CitizenAnswer.Gone() : new CitizenAnswer.Unknown();
        }

        if (row.Golden.State == GoldenState.Merged && !await _changes.KnewAsync(id, cancellationToken))
        {
            return new CitizenAnswer.Unknown();
        }

        var current = await FollowAsync(row, cancellationToken);
        if (await CutAsync(current, cancellationToken) is not { } found)
        {
            return new CitizenAnswer.Unknown();
        }

        await RecordAsync("view", found.Id, cancellationToken);
        return new CitizenAnswer.Found(found, id);
    }

    /// <summary>The person a system names so: a record key of a permitted connection, or a permitted identifier.</summary>
    public async Task<CitizenAnswer> FindByIdentifierAsync(string system, string value, CancellationToken cancellationToken)
    {
        if (await registry.FindByIdentifierAsync(system, value, cancellationToken) is not { } id
            || await FindAsync(id, cancellationToken) is not CitizenAnswer.Found found)
        {
            return new CitizenAnswer.Unknown();
        }

        // What the reader may not see must not answer either: not even with yes.
        var seen = found.View.Members.Any(part => part.Record.Connection == system && part.Record.Key == value)
            || found.View.Citizen.Identifiers.Any(identifier => identifier.System == system && identifier.Value == value);
        return seen || view.Contract.SeesEverything ? found : new CitizenAnswer.Unknown();
    }

    /// <summary>Active people that answer a search by what the reader itself sees of them.</summary>
    public async Task<SearchPage> SearchAsync(CitizenSearch search, CancellationToken cancellationToken)
    {
        var page = SearchMatch.MayAsk(search, view.Contract) ? await LookThroughAsync(search, cancellationToken) : new SearchPage([], null);
        await RecordAsync("search", [null, .. page.Citizens.Select(citizen => (GoldenId?)citizen.Id)], cancellationToken);
        return page;
    }

    /// <summary>The permitted source records behind a person; empty when the reader may not know it.</summary>
    public async Task<IReadOnlyList<SourceView>> ReadSourcesAsync(GoldenId id, CancellationToken cancellationToken)
    {
        var sources = await registry.ReadSourcesAsync(id, cancellationToken);
        if (await registry.FindGoldenAsync(id, cancellationToken) is not { } row || view.Of(row, sources) is null)
        {
            return [];
        }

        await RecordAsync("sources", id, cancellationToken);
        return [.. sources.Select(source => view.Of(source, id)).OfType<SourceView>()];
    }

    /// <summary>Past versions and the current one, oldest first, as far as the reader may know them.</summary>
    public async Task<IReadOnlyList<CitizenView>> ReadHistoryAsync(GoldenId id, CancellationToken cancellationToken)
    {
        if (await registry.FindGoldenAsync(id, cancellationToken) is not { Golden.State: not (GoldenState.Restricted or GoldenState.Erased) })
        {
            return [];
        }

        var versions = await registry.ReadVersionsAsync(id, cancellationToken);
        var seen = versions.Select(view.OfPast).OfType<CitizenView>().ToList();
        await RecordAsync("history", id, cancellationToken);
        return seen;
    }

    /// <summary>True when the reader may know that this id exists or existed.</summary>
    public async Task<bool> KnewAsync(GoldenId id, CancellationToken cancellationToken) =>
        await _changes.KnewAsync(id, cancellationToken) || await _changes.WasKnownAsync(id, cancellationToken);

    /// <summary>How ids stand now, for a delivery; whoever is given with values is in the access log first.</summary>
    /// <param name="ids">Ids of changes this reader was given.</param>
    /// <param name="filter">Whom of them it asked for.</param>
    /// <param name="withValues">True to add the permitted values of those active.</param>
    /// <param name="cancellationToken">Stops the wait for the store.</param>
    public async Task<IReadOnlyList<PersonState>> DescribeAsync(
        IReadOnlyCollection<GoldenId> ids, SubscriptionFilter filter, bool withValues, CancellationToken cancellationToken)
    {
        var people = await _events.DescribeAsync(ids, filter, withValues, cancellationToken);
        var given = people.Where(person => person.View is not null).Select(person => (GoldenId?)person.Id).ToList();
        if (given.Count > 0)
        {
            await RecordAsync("deliver", given, cancellationToken);
        }

        return people;
    }

    /// <summary>People as they could be told of now, to decide whom to ask about. Nothing may leave before <see cref="AskingAsync"/>.</summary>
    /// <returns>Those active and known to this reader.</returns>
    public async Task<IReadOnlyList<CitizenView>> ConsiderAsync(IReadOnlyCollection<GoldenId> ids, CancellationToken cancellationToken) =>
        [.. (await _events.DescribeAsync(ids, SubscriptionFilter.None, withValues: true, cancellationToken)).Select(person => person.View).OfType<CitizenView>()];

    /// <summary>Records that a system is about to be asked about these people.</summary>
    public Task AskingAsync(IReadOnlyCollection<GoldenId> ids, CancellationToken cancellationToken) => ids.Count == 0 ? Task.CompletedTask : RecordAsync(AccessLog.Asking, [.. ids.Select(id => (GoldenId?)id)], cancellationToken);

    /// <summary>Keyed fingerprints of whom of these the reader should hold now. No value leaves: the whole comparison is one line of the access log, by <see cref="ReconcilingAsync"/>.</summary>
    public async Task<IReadOnlyList<PersonDigest>> DigestAsync(IReadOnlyCollection<GoldenId> ids, SubscriptionFilter filter, byte[] key, CancellationToken cancellationToken) =>
        [.. (await _events.DescribeAsync(ids, filter, withValues: true, cancellationToken)).Where(person => person.View is not null).Select(person => PersonDigest.Of(person.View!, key))];

    /// <summary>Records that everybody the reader covers is about to be compared.</summary>
    public Task ReconcilingAsync(CancellationToken cancellationToken) => RecordAsync("reconcile", [null], cancellationToken);

    /// <summary>Changes after a sequence that concern this reader.</summary>
    /// <returns>The changes; the last change read, shown or not, which is <paramref name="after"/> at the log's end.</returns>
    public Task<(IReadOnlyList<ChangeView> Changes, RegistryChange? Last)> ReadChangesAsync(long after, int limit, CancellationToken cancellationToken) =>
        _changes.ReadAsync(after, limit, cancellationToken);

    // Reads on past people the registry finds by a value the reader may not see: a cursor on one of them, or a short page, would confirm that value.
    private async Task<SearchPage> LookThroughAsync(CitizenSearch search, CancellationToken cancellationToken)
    {
        var found = new List<CitizenView>();
        var after = search.After;
        for (var looked = 0; looked < LongestSearch;)
        {
            var rows = await registry.SearchAsync(
                search with { Connections = SearchMatch.Connections(search, view.Contract.Sources), After = after, Limit = search.Limit + 1 }, cancellationToken);
            foreach (var row in rows)
            {
                if (await CutAsync(row, cancellationToken) is not { } cut || !SearchMatch.Fits(search, cut.Citizen))
                {
                    continue;
                }

                if (found.Count == search.Limit)
                {
                    return new SearchPage(found, found[^1].Id);
                }

                found.Add(cut);
            }

            if (rows.Count <= search.Limit)
            {
                return new SearchPage(found, null);
            }

            after = rows[^1].Golden.Id;
            looked += rows.Count;
        }

        return new SearchPage(found, after);
    }

    private async Task<GoldenRow> FollowAsync(GoldenRow row, CancellationToken cancellationToken)
    {
        for (var step = 0; step < LongestChain && row.Golden is { State: GoldenState.Merged, MergedInto: { } next }; step++)
        {
            row = await registry.FindGoldenAsync(next, cancellationToken)
                ?? throw new InvalidDataException($"golden record {row.Golden.Id} was merged into one that does not exist");
        }

        return row;
    }

    private async Task<CitizenView?> CutAsync(GoldenRow row, CancellationToken cancellationToken)
    {
        if (row.Golden.State != GoldenState.Active || !view.Knows(row.Golden))
        {
            return null;
        }

        return view.Of(row, view.Contract.Sources.IsAll ? [] : await registry.ReadSourcesAsync(row.Golden.Id, cancellationToken));
    }

    private Task RecordAsync(string action, GoldenId id, CancellationToken cancellationToken) => RecordAsync(action, [id], cancellationToken);

    private Task RecordAsync(string action, IReadOnlyList<GoldenId?> ids, CancellationToken cancellationToken) =>
        log.RecordAsync(actor, action, ids, view.Contract, cancellationToken);
}
