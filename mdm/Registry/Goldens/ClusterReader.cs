using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Writing;

namespace IntegrationHub.Mdm.Registry.Goldens;

/// <summary>Finds the clusters a resolution changed and reads, in a few batches, all that is needed to settle them.</summary>
internal sealed class ClusterReader(Work work)
{
    public async Task<List<Cluster>> ReadAsync(Resolution resolution, CancellationToken cancellationToken)
    {
        var changed = Changed(resolution);
        await work.LoadPartsAsync(changed.SelectMany(parts => parts), cancellationToken);
        var clusters = changed.ConvertAll(parts => new Cluster([.. parts.Select(Row)]));
        var held = new HashSet<GoldenId>(work.Gone.Select(gone => gone.Golden));
        var lefts = new HashSet<GoldenId>();
        foreach (var member in clusters.SelectMany(cluster => cluster.Members))
        {
            if (work.Before(member.PartId) is { } golden)
            {
                held.Add(golden);
            }
            else if (member.LastGolden is { } left)
            {
                lefts.Add(left);
            }
        }

        await work.LoadGoldensAsync(held.Concat(lefts), cancellationToken);
        foreach (var cluster in clusters)
        {
            foreach (var member in cluster.Members)
            {
                if (work.Before(member.PartId) is { } golden)
                {
                    Of(cluster.Portions, golden).Add(member);
                    continue;
                }

                cluster.HasNewcomers = true;
                if (member.LastGolden is { } last && work.Golden(last)?.Golden.State == GoldenState.Emptied)
                {
                    Of(cluster.Portions, last).Add(member);
                }
            }
        }

        await new AnswersOfPeople(work).AttachAsync(clusters, held, cancellationToken);
        return clusters;
    }

    /// <summary>A cluster is as before when one golden record holds exactly its parts and none of them changed.</summary>
    private List<int[]> Changed(Resolution resolution)
    {
        var sizes = new Dictionary<GoldenId, int>();
        foreach (var (_, golden) in work.Gone)
        {
            sizes[golden] = sizes.GetValueOrDefault(golden) + 1;
        }

        foreach (var cluster in resolution.Components.SelectMany(component => component.Clusters))
        {
            foreach (var part in cluster)
            {
                if (work.Before(part) is { } golden)
                {
                    sizes[golden] = sizes.GetValueOrDefault(golden) + 1;
                }
            }
        }

        var changed = new List<int[]>();
        foreach (var cluster in resolution.Components.SelectMany(component => component.Clusters))
        {
            var first = work.Before(cluster[0]);
            if (first is not { } golden || sizes[golden] != cluster.Length || Array.Exists(cluster, part => work.Put.Contains(part) || work.Before(part) != first))
            {
                changed.Add(cluster);
            }
        }

        return changed;
    }

    private PartRow Row(int partId) =>
        work.KnownPart(partId) ?? throw new InvalidOperationException($"the store does not know part {partId}, which the match index holds");

    private static List<PartRow> Of(SortedDictionary<GoldenId, List<PartRow>> portions, GoldenId golden)
    {
        if (!portions.TryGetValue(golden, out var parts))
        {
            portions.Add(golden, parts = []);
        }

        return parts;
    }
}
