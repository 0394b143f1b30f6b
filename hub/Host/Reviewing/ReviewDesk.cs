using IntegrationHub.Host.Node;
using IntegrationHub.Hub.Auditing;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Reviewing;

/// <summary>Lays review tasks out for API and pages: the two records cut to the reader's contract, the evidence, the neighbours in the queue.</summary>
public sealed class ReviewDesk(IRegistryReader registry, IRegistryStore store, HubNode node, AccessLog log)
{
    private const int Page = 200;
    private const int LongestSearch = 20;

    /// <summary>Weight from which a pair is proposed, and from which it merges alone; bits.</summary>
    public (double Review, double Link) Thresholds => (node.Model.ReviewThreshold / 1000.0, node.Model.LinkThreshold / 1000.0);

    /// <returns>Null when there is no such task.</returns>
    public async Task<ReviewCase?> FindAsync(long taskId, AccessContract contract, CancellationToken cancellationToken)
    {
        if (await registry.FindReviewAsync(taskId, cancellationToken) is not { } task)
        {
            return null;
        }

        var cases = await OpenAsync([task], contract, cancellationToken);
        await log.RecordAsync(contract.Name, "review", [.. Goldens(cases[0])], contract, cancellationToken);
        return cases[0];
    }

    /// <summary>Lays out a pair that stands in no task.</summary>
    /// <param name="pair">A task in form.</param>
    /// <param name="action">Why it is shown, for the access log.</param>
    /// <param name="contract">The reader's.</param>
    /// <param name="cancellationToken">Stops the wait for the store.</param>
    public async Task<ReviewCase> ShowAsync(ReviewRow pair, string action, AccessContract contract, CancellationToken cancellationToken)
    {
        var shown = (await OpenAsync([pair], contract, cancellationToken))[0];
        await log.RecordAsync(contract.Name, action, [null, .. Goldens(shown)], contract, cancellationToken);
        return shown;
    }

    /// <summary>Open tasks, heaviest first, without evidence.</summary>
    public async Task<IReadOnlyList<ReviewCase>> ListAsync(int skip, int limit, AccessContract contract, CancellationToken cancellationToken)
    {
        var tasks = await registry.ListReviewsAsync(ReviewState.Open, skip, limit, cancellationToken);
        var cases = await OpenAsync(tasks, contract, cancellationToken);
        if (cases.Count > 0)
        {
            await log.RecordAsync(contract.Name, "review-list", [.. cases.SelectMany(Goldens).Distinct()], contract, cancellationToken);
        }

        return cases;
    }

    /// <summary>The open tasks before and after this one; the queue's head stands after a task that is not in it.</summary>
    public async Task<(long? Previous, long? Next)> NeighboursAsync(long taskId, CancellationToken cancellationToken)
    {
        long? first = null, last = null;
        for (var page = 0; page < LongestSearch; page++)
        {
            var rows = await registry.ListReviewsAsync(ReviewState.Open, page * Page, Page + 1, cancellationToken);
            first ??= rows.Count > 0 ? rows[0].TaskId : null;
            var at = rows.Take(Page).Select((row, index) => (row.TaskId, index)).FirstOrDefault(row => row.TaskId == taskId, (0, -1)).index;
            if (at >= 0)
            {
                return (at > 0 ? rows[at - 1].TaskId : last, at + 1 < rows.Count ? rows[at + 1].TaskId : null);
            }

            if (rows.Count <= Page)
            {
                break;
            }

            last = rows[Page - 1].TaskId;
        }

        return (null, first == taskId ? null : first);
    }

    /// <summary>The open task of the same two records: an undone decision opens a new one.</summary>
    public async Task<long?> ReopenedAsync(long taskId, CancellationToken cancellationToken) =>
        await registry.FindReviewAsync(taskId, cancellationToken) is { PartB: { } b } task
            ? (await store.FindOpenReviewsAsync([task.PartA, b], cancellationToken)).FirstOrDefault(open => open.A == task.A && open.B == task.B)?.TaskId
            : null;

    public async Task<bool> IsOpenAsync(long taskId, CancellationToken cancellationToken) =>
        await registry.FindReviewAsync(taskId, cancellationToken) is { State: ReviewState.Open };

    private async Task<IReadOnlyList<ReviewCase>> OpenAsync(IReadOnlyList<ReviewRow> tasks, AccessContract contract, CancellationToken cancellationToken)
    {
        var ids = tasks.SelectMany(task => new[] { task.PartA, task.PartB ?? task.PartA }).Distinct().ToList();
        var parts = (await store.FindPartsAsync(ids, cancellationToken)).ToDictionary(part => part.PartId);
        var cases = new List<ReviewCase>(tasks.Count);
        foreach (var task in tasks)
        {
            var a = Cut(parts.GetValueOrDefault(task.PartA), contract);
            var b = task.PartB is { } other ? Cut(parts.GetValueOrDefault(other), contract) : null;
            var decision = task.DecisionId is { } id ? await registry.FindDecisionAsync(id, cancellationToken) : null;
            cases.Add(new ReviewCase(task, a, b, Explain(a, b), decision));
        }

        return cases;
    }

    private Evidence? Explain(PartRow? a, PartRow? b) =>
        a is null || b is null ? null : node.Model.Explain(node.Projection.Project(a.Key, a.Citizen), node.Projection.Project(b.Key, b.Citizen));

    /// <summary>Whether a record is still there, not restricted, and of a source this reader may see.</summary>
    public static bool IsShown(PartRow part, AccessContract contract) =>
        part is { Matchable: true, Golden: not null } && contract.Sources.Allows(part.Key.Record.Connection);

    private static PartRow? Cut(PartRow? part, AccessContract contract) =>
        part is null || !IsShown(part, contract)
            ? null
            : part with { Citizen = CitizenAttributes.Cut(part.Citizen, contract.Attributes) };

    private static IEnumerable<GoldenId?> Goldens(ReviewCase shown) =>
        new[] { shown.A?.Golden, shown.B?.Golden }.Where(id => id is not null).Distinct();
}
