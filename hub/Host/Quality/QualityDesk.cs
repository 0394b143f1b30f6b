using IntegrationHub.Host.Node;
using IntegrationHub.Host.Reviewing;
using IntegrationHub.Hub.Auditing;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Writing;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Learning;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Stewardship;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Quality;

/// <summary>How good the match model is by what people judged, and the random audits that tell it. An answer is a label: it changes no link unless the steward says so.</summary>
public sealed class QualityDesk(HubNode node, RegistryWriter writer, ReviewDesk reviews, AccessLog log)
{
    /// <summary>Most links drawn at a time.</summary>
    public const int LargestDraw = 200;

    private const int Page = 1000;

    private readonly AuditBook _book = new(node.Stores.Operations);

    /// <param name="precision">What links must be vouched for, above 0 and below 1.</param>
    /// <param name="contract">Whose audits are counted.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The measure, from how many labels, and the audits that wait for an answer.</returns>
    public async Task<(MeasuredQuality Measured, int Labels, IReadOnlyList<LinkAudit> Open)> MeasureAsync(double precision, AccessContract contract, CancellationToken cancellationToken)
    {
        var active = node.Active;
        var labels = await new QualityLabels(node.Stores.Reader, node.Stores.Store, node.Stores.Operations, active.Model, active.Projection).ReadAsync(cancellationToken);
        return (LabelLearner.Measure(labels, precision), labels.Count, await OpenAsync(contract, cancellationToken));
    }

    /// <summary>Puts links drawn at random before the stewards.</summary>
    /// <param name="count">How many, 1 to <see cref="LargestDraw"/>; fewer are drawn where there are not as many.</param>
    /// <param name="by">Who asks for them.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>How many were drawn.</returns>
    public async Task<int> DrawAsync(int count, string by, CancellationToken cancellationToken)
    {
        var known = (await _book.ListAsync(cancellationToken)).Select(audit => (Math.Min(audit.PartA, audit.PartB), Math.Max(audit.PartA, audit.PartB))).ToHashSet();
        var active = node.Active;
        var links = await new AuditDraw(node.Stores.Reader, active.Model, active.Projection, new Random()).DrawAsync(count, known, cancellationToken);
        foreach (var (a, b, weight) in links)
        {
            var now = node.Clock.GetUtcNow();
            await _book.AddAsync(
                new LinkAudit(Guid.CreateVersion7(now).ToString("N"), a.PartId, b.PartId, a.Key.Record.Connection, b.Key.Record.Connection, weight, now, by, Model: active.Model.Version), cancellationToken);
        }

        return links.Count;
    }

    /// <summary>Audits without an answer that this reader can answer, oldest first: both records are still there, and theirs to see.</summary>
    public async Task<IReadOnlyList<LinkAudit>> OpenAsync(AccessContract contract, CancellationToken cancellationToken)
    {
        var waiting = (await _book.ListAsync(cancellationToken)).Where(audit => audit.Same is null).ToList();
        var parts = await node.Stores.Store.FindPartsAsync([.. waiting.SelectMany(audit => new[] { audit.PartA, audit.PartB }).Distinct()], cancellationToken);
        var seen = parts.Where(part => ReviewDesk.IsShown(part, contract)).Select(part => part.PartId).ToHashSet();
        return [.. waiting.Where(audit => seen.Contains(audit.PartA) && seen.Contains(audit.PartB))];
    }

    /// <returns>The audit with both records as this steward may see them; null when there is no such audit.</returns>
    public async Task<(LinkAudit Audit, ReviewCase Shown)?> FindAsync(string id, AccessContract contract, CancellationToken cancellationToken)
    {
        if (await _book.FindAsync(id, cancellationToken) is not { } audit)
        {
            return null;
        }

        var parts = (await node.Stores.Store.FindPartsAsync([audit.PartA, audit.PartB], cancellationToken)).ToDictionary(part => part.PartId);
        var (a, b) = (parts.GetValueOrDefault(audit.PartA), parts.GetValueOrDefault(audit.PartB));
        var pair = new ReviewRow
        {
            TaskId = 0,
            A = a?.Key ?? new(new(audit.SourceA, ""), ""),
            PartA = audit.PartA,
            B = b?.Key ?? new(new(audit.SourceB, ""), ""),
            PartB = audit.PartB,
            Weight = audit.Weight,
            Pattern = 0,
            Reason = DoubtReason.BetweenThresholds,
            State = audit.Same is null ? ReviewState.Open : ReviewState.Decided,
            OpenedAt = audit.DrawnAt,
        };
        return (audit, await reviews.ShowAsync(pair, "audit", contract, cancellationToken));
    }

    /// <summary>Keeps an answer. One that takes back an earlier "not the same" takes back the parting that came with it, too.</summary>
    /// <param name="id">The audit.</param>
    /// <param name="same">One person.</param>
    /// <param name="part">The records are to be parted too, as by any decision: only for two that are not the same.</param>
    /// <param name="contract">Names the steward.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<DecisionOutcome> AnswerAsync(string id, bool same, bool part, AccessContract contract, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, contract, cancellationToken) is not var (audit, shown))
        {
            return new DecisionOutcome.Unknown();
        }

        if (shown.A is not { } a || shown.B is not { } b)
        {
            return new DecisionOutcome.Settled();
        }

        if (part && !same)
        {
            var result = await writer.DoAsync((registry, cancel) => registry.DecideAsync(a.Key, b.Key, same: false, new Order(contract.Name, "audit"), cancel), cancellationToken);
            if (result is OrderResult.Refused { Reason: Refusal.Contradicts } refused)
            {
                return new DecisionOutcome.Contradicts(refused.Decisions);
            }

            audit = audit with { Parted = result is OrderResult.Done { Decisions: [var decision, ..] } ? decision : audit.Parted };
        }
        else if (same && audit.Parted is { } parted)
        {
            await writer.DoAsync((registry, cancel) => registry.UndoAsync(parted, new Order(contract.Name, "audit"), cancel), cancellationToken);
            audit = audit with { Parted = null };
        }

        if (same && a.Golden != b.Golden && await ApartAsync(a.Key, b.Key, cancellationToken) is { } standing)
        {
            return new DecisionOutcome.Contradicts([standing]);
        }

        await _book.AnswerAsync(audit, same, contract.Name, node.Clock.GetUtcNow(), cancellationToken);
        await log.RecordAsync(contract.Name, same ? "audit-same" : "audit-different", [a.Golden], contract, cancellationToken);
        return new DecisionOutcome.Done();
    }

    /// <summary>The decision in force that two are not the same, or null.</summary>
    private async Task<long?> ApartAsync(PartKey a, PartKey b, CancellationToken cancellationToken)
    {
        for (var skip = 0; ; skip += Page)
        {
            var rows = await node.Stores.Reader.ListDecisionsAsync(skip, Page, cancellationToken);
            if (rows.FirstOrDefault(row => row is { Same: false, WithdrawnAt: null } && ((row.A, row.B) == (a, b) || (row.A, row.B) == (b, a))) is { } standing)
            {
                return standing.DecisionId;
            }

            if (rows.Count < Page)
            {
                return null;
            }
        }
    }
}
