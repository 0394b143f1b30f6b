using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Learning;
using IntegrationHub.Mdm.Registry.Projection;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Quality;

/// <summary>What people have judged: review tasks closed by a decision that still stands, and random audits. Shared by command, API and page.</summary>
/// <remarks>An answer outlives the model it was given under: each pair weighs what the model in force gives it now. Audits tell the precision of that model's own links alone.</remarks>
public sealed class QualityLabels(IRegistryReader registry, IRegistryStore store, IOperationsStore operations, MatchModel model, MatchProjection projection)
{
    private const int Page = 1000;

    private readonly Dictionary<int, MatchRecord> _records = [];

    public async Task<IReadOnlyList<LabelledPair>> ReadAsync(CancellationToken cancellationToken)
    {
        var audits = await new AuditBook(operations).ListAsync(cancellationToken);
        var answered = audits.Where(audit => audit.Same is not null).ToList();
        await ReadAsync([.. answered.SelectMany(audit => new[] { audit.PartA, audit.PartB })], cancellationToken);
        var labels = answered.Select(Label).ToList();
        for (var skip = 0; ; skip += Page)
        {
            var tasks = await registry.ListReviewsAsync(ReviewState.Decided, skip, Page, cancellationToken);
            await ReadAsync([.. tasks.SelectMany(task => new[] { task.PartA, task.PartB ?? task.PartA })], cancellationToken);
            foreach (var task in tasks)
            {
                if (task is { DecisionId: { } id, B: { } b } && await registry.FindDecisionAsync(id, cancellationToken) is { WithdrawnAt: null } decision)
                {
                    labels.Add(new LabelledPair(Weigh(task.PartA, task.PartB ?? task.PartA) ?? task.Weight, decision.Same, task.A.Record.Connection, b.Record.Connection, Audit: false, Held: task.Reason != DoubtReason.BetweenThresholds));
                }
            }

            if (tasks.Count < Page)
            {
                return labels;
            }
        }
    }

    private LabelledPair Label(LinkAudit audit)
    {
        var weight = Weigh(audit.PartA, audit.PartB) ?? audit.Weight;
        var own = audit.Model is { } drawn ? drawn == model.Version : weight == audit.Weight;
        return new LabelledPair(weight, audit.Same == true, audit.SourceA, audit.SourceB, Audit: own);
    }

    /// <summary>What the model in force says of a pair; null where a record has gone since.</summary>
    private int? Weigh(int a, int b) =>
        _records.TryGetValue(a, out var one) && _records.TryGetValue(b, out var other) ? model.Explain(one, other).Weight : null;

    private async Task ReadAsync(IReadOnlyCollection<int> parts, CancellationToken cancellationToken)
    {
        foreach (var part in await store.FindPartsAsync([.. parts.Where(part => !_records.ContainsKey(part)).Distinct()], cancellationToken))
        {
            if (part.Golden is not null)
            {
                _records[part.PartId] = projection.Project(part.Key, part.Citizen);
            }
        }
    }
}
