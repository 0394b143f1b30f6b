using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Goldens;
using IntegrationHub.Mdm.Registry.Projection;
using IntegrationHub.Mdm.Registry.Stewardship;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Survivorship;
using IntegrationHub.Mdm.Registry.Writing;

namespace IntegrationHub.Mdm.Registry.Reevaluating;

/// <summary>Brings a registry under another model: every pair scored anew, golden records, changes and review tasks that follow, in one commit.</summary>
/// <remarks>All or nothing: a registry is never half under one model and half under another, and one killed on the way starts over. Human decisions
/// enter the matching as they always do, so they outrank the new model as they did the old one.</remarks>
internal sealed class Reevaluation(IRegistryStore store, MatchModel model, MatchProjection projection, SurvivorshipEngine engine)
{
    private static readonly Dictionary<PartKey, GoldenId> NoWish = [];

    /// <param name="memory">Decisions, suppression and counters as committed; the parts' golden records are filled in here.</param>
    /// <param name="decisions">Those in force.</param>
    /// <param name="at">The instant of the commit.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    public async Task<RegistryCommit> StageAsync(
        RegistryMemory memory, IReadOnlyList<PairDecision> decisions, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var partition = await Task.Run(() => Evaluation.Of(model, LiveParts(memory, cancellationToken), decisions, cancellationToken), cancellationToken);
        var (added, removed) = await DifferenceAsync(partition, cancellationToken);
        var resolution = new Resolution(Evaluation.Components(partition), added, removed);
        using var index = new MatchIndex(model);
        using var overlay = index.Begin();
        var work = new Work(memory, new StoreReads(store, null), overlay, at);
        await new GoldenUpdate(work, engine, $"model:{model.Version}").StageAsync(resolution, NoWish, cancellationToken);
        await new ReviewUpdate(work).StageAsync(resolution, cancellationToken);
        return work.BuildAlways(model.Version);
    }

    private async Task<(IReadOnlyList<ScoredPair> Added, IReadOnlyList<(int A, int B)> Removed)> DifferenceAsync(Partition partition, CancellationToken cancellationToken)
    {
        var fresh = partition.Pairs.ToDictionary(pair => (pair.A, pair.B));
        var removed = new List<(int A, int B)>();
        await foreach (var old in store.ReadPairsAsync(cancellationToken))
        {
            if (!fresh.TryGetValue((old.A, old.B), out var pair))
            {
                removed.Add((old.A, old.B));
            }
            else if (pair == old)
            {
                fresh.Remove((old.A, old.B));
            }
        }

        return ([.. fresh.Values.OrderBy(pair => pair.A).ThenBy(pair => pair.B)], removed);
    }

    private IEnumerable<(int PartId, MatchRecord Record)> LiveParts(RegistryMemory memory, CancellationToken cancellationToken)
    {
        foreach (var part in store.ReadLivePartsAsync(cancellationToken).ToBlockingEnumerable(cancellationToken))
        {
            memory.Set(part.PartId, part.Golden);
            yield return (part.PartId, projection.Project(part.Key, part.Citizen));
        }
    }
}
