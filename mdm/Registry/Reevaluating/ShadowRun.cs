using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Projection;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Survivorship;

namespace IntegrationHub.Mdm.Registry.Reevaluating;

/// <summary>Tries a model on everything the registry holds, and changes nothing: it reads committed rows alone, beside a writer at work.</summary>
public sealed class ShadowRun(IRegistryStore store, SurvivorshipPolicy policy)
{
    /// <summary>The records as a model sees them, to fit its frequencies to.</summary>
    public IEnumerable<MatchRecord> Records(MatchModel model, CancellationToken cancellationToken)
    {
        var projection = new MatchProjection(model, policy.Blocked);
        return store.ReadLivePartsAsync(cancellationToken).ToBlockingEnumerable(cancellationToken).Select(part => projection.Project(part.Key, part.Citizen));
    }

    /// <exception cref="FormatException">The model names a field no citizen has.</exception>
    public async Task<ShadowReport> RunAsync(MatchModel model, CancellationToken cancellationToken)
    {
        var projection = new MatchProjection(model, policy.Blocked);
        var decisions = new List<DecisionRow>();
        await foreach (var row in store.ReadDecisionsAsync(cancellationToken))
        {
            if (row.WithdrawnAt is null)
            {
                decisions.Add(row);
            }
        }

        var named = decisions.SelectMany(row => new[] { row.A, row.B }).ToHashSet();
        var (goldens, ids) = (new Dictionary<int, GoldenId>(), new Dictionary<PartKey, int>());
        var partition = await Task.Run(
            () => Evaluation.Of(
                model,
                Parts(),
                [.. decisions.Select(row => new PairDecision(row.DecisionId, MatchProjection.KeyOf(row.A), MatchProjection.KeyOf(row.B), row.Same))],
                cancellationToken),
            cancellationToken);
        var clusters = partition.Clusters.ToList();
        var apart = decisions.Where(row => !row.Same && ids.ContainsKey(row.A) && ids.ContainsKey(row.B))
            .SelectMany(row => Both(First(ids[row.A]), First(ids[row.B]))).ToHashSet();
        var merges = clusters.Select(cluster => (IReadOnlyList<GoldenId>)[.. cluster.Select(part => goldens[part]).Distinct().Order()]).Where(group => group.Count > 1).ToList();
        var splits = clusters.SelectMany(cluster => cluster.Select(part => goldens[part]).Distinct()).GroupBy(id => id).Where(group => group.Skip(1).Any()).Select(group => group.Key).Order().ToList();
        var queue = partition.Doubts.Count(doubt => doubt.B is { } b ? !apart.Contains((First(doubt.A), First(b))) : partition.ClusterOf(doubt.A).Count == 1);
        return new ShadowReport(model.Version, goldens.Count, goldens.Values.Distinct().Count(), clusters.Count, merges, splits, queue);

        int First(int part) => partition.ClusterOf(part)[0];

        IEnumerable<(int, MatchRecord)> Parts()
        {
            foreach (var part in store.ReadLivePartsAsync(cancellationToken).ToBlockingEnumerable(cancellationToken))
            {
                goldens.Add(part.PartId, part.Golden!.Value);
                if (named.Contains(part.Key))
                {
                    ids.Add(part.Key, part.PartId);
                }

                yield return (part.PartId, projection.Project(part.Key, part.Citizen));
            }
        }
    }

    private static IEnumerable<(int, int)> Both(int a, int b) => [(a, b), (b, a)];
}
