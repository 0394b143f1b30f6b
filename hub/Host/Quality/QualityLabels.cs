using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Learning;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Quality;

/// <summary>What people have judged: review tasks closed by a decision that still stands, and random audits. Shared by command, API and page.</summary>
public sealed class QualityLabels(IRegistryReader registry, IOperationsStore operations)
{
    private const int Page = 1000;

    public async Task<IReadOnlyList<LabelledPair>> ReadAsync(CancellationToken cancellationToken)
    {
        var audits = await new AuditBook(operations).ListAsync(cancellationToken);
        var labels = audits.Where(audit => audit.Same is not null).Select(audit => new LabelledPair(audit.Weight, audit.Same == true, audit.SourceA, audit.SourceB, Audit: true)).ToList();
        for (var skip = 0; ; skip += Page)
        {
            var tasks = await registry.ListReviewsAsync(ReviewState.Decided, skip, Page, cancellationToken);
            foreach (var task in tasks)
            {
                if (task is { DecisionId: { } id, B: { } b } && await registry.FindDecisionAsync(id, cancellationToken) is { WithdrawnAt: null } decision)
                {
                    labels.Add(new LabelledPair(task.Weight, decision.Same, task.A.Record.Connection, b.Record.Connection, Audit: false, Held: task.Reason != DoubtReason.BetweenThresholds));
                }
            }

            if (tasks.Count < Page)
            {
                return labels;
            }
        }
    }
}
