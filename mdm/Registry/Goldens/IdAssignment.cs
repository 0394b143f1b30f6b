using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Writing;

namespace IntegrationHub.Mdm.Registry.Goldens;

/// <summary>Gives every changed cluster its golden id by promise 3, and every id that lost its cluster the id that answers for it.</summary>
/// <param name="work">The transaction; golden rows of all portions are loaded.</param>
/// <param name="retired">Rows retired into any of the portions' ids.</param>
/// <param name="wanted">Ids that an undone decision gives back, by part; empty for anything else.</param>
internal sealed class IdAssignment(Work work, IReadOnlyList<GoldenRow> retired, IReadOnlyDictionary<PartKey, GoldenId> wanted)
{
    /// <summary>The cluster that answers for an id from now on: its own, or the one it merged into.</summary>
    public Dictionary<GoldenId, Cluster> Home { get; } = [];

    /// <summary>Retired ids that answer with another id than before.</summary>
    public SortedDictionary<GoldenId, Cluster> Repointed { get; } = [];

    /// <summary>Ids retired before that live again.</summary>
    public HashSet<GoldenId> Regained { get; } = [];

    /// <summary>Ids given out for the first time.</summary>
    public HashSet<GoldenId> New { get; } = [];

    public void Settle(IReadOnlyList<Cluster> clusters)
    {
        GiveBack(clusters);
        FindHomes(clusters);
        foreach (var cluster in clusters)
        {
            cluster.Id ??= Survivor(cluster);
        }

        foreach (var cluster in clusters.Where(cluster => cluster.Id is null))
        {
            cluster.Id = Regain(cluster) ?? Fresh();
        }

        Repoint(clusters);
    }

    /// <summary>Undo: an id goes back to the cluster that holds most of the parts that stood behind it when the decision was made.</summary>
    private void GiveBack(IReadOnlyList<Cluster> clusters)
    {
        if (wanted.Count == 0)
        {
            return;
        }

        var votes = clusters
            .SelectMany(cluster => cluster.Members.Where(member => wanted.ContainsKey(member.Key)).GroupBy(member => wanted[member.Key]), (cluster, members) => (cluster, Id: members.Key, Count: members.Count()))
            .Where(vote => clusters.Any(cluster => cluster.Portions.ContainsKey(vote.Id)) || retired.Any(row => row.Golden.Id == vote.Id))
            .OrderByDescending(vote => vote.Count).ThenBy(vote => vote.cluster.Members[0].Key).ThenBy(vote => vote.Id)
            .ToList();
        foreach (var (cluster, id, _) in votes)
        {
            if (cluster.Id is null && Home.TryAdd(id, cluster))
            {
                cluster.Id = id;
                if (retired.Any(row => row.Golden.Id == id))
                {
                    Regained.Add(id);
                }
            }
        }
    }

    private void FindHomes(IReadOnlyList<Cluster> clusters)
    {
        var heirs = new Dictionary<GoldenId, (Cluster Cluster, List<PartRow> Portion)>();
        foreach (var cluster in clusters)
        {
            foreach (var (id, portion) in cluster.Portions)
            {
                if (!heirs.TryGetValue(id, out var heir) || Claim.Of(portion).CompareAsHeir(Claim.Of(heir.Portion)) < 0)
                {
                    heirs[id] = (cluster, portion);
                }
            }
        }

        foreach (var (id, heir) in heirs)
        {
            Home.TryAdd(id, heir.Cluster);
        }
    }

    /// <summary>Of all ids at home in a cluster one survives: verified identity, then more verified links, then the older, then the smaller id.</summary>
    private GoldenId? Survivor(Cluster cluster)
    {
        if (cluster.Portions.Count == 1)
        {
            var only = cluster.Portions.First().Key;
            return Home[only] == cluster ? only : null;
        }

        GoldenId? survivor = null;
        foreach (var (id, _) in cluster.Portions.Where(portion => Home[portion.Key] == cluster))
        {
            survivor = survivor is { } current && CompareSurvivors(cluster, current, id) <= 0 ? current : id;
        }

        return survivor;
    }

    private int CompareSurvivors(Cluster cluster, GoldenId a, GoldenId b)
    {
        var (x, y) = (Claim.Of(cluster.Portions[a]), Claim.Of(cluster.Portions[b]));
        var (rowA, rowB) = (work.Golden(a)!, work.Golden(b)!);
        int[] orders =
        [
            (rowA.Golden.State == GoldenState.Emptied).CompareTo(rowB.Golden.State == GoldenState.Emptied),
            y.Verified.CompareTo(x.Verified),
            y.VerifiedLinks.CompareTo(x.VerifiedLinks),
            rowA.CreatedAt.CompareTo(rowB.CreatedAt),
        ];
        return orders.FirstOrDefault(order => order != 0, a.CompareTo(b));
    }

    /// <summary>The retired id most of whose last members the cluster holds.</summary>
    private GoldenId? Regain(Cluster cluster)
    {
        var best = retired
            .Where(row => !Regained.Contains(row.Golden.Id) && cluster.Portions.ContainsKey(row.Golden.MergedInto!.Value))
            .Select(row => (row, Overlap: cluster.Overlap(row.Golden.Members)))
            .Where(claim => claim.Overlap * 2 > claim.row.Golden.Members.Count)
            .OrderByDescending(claim => claim.Overlap).ThenBy(claim => claim.row.CreatedAt).ThenBy(claim => claim.row.Golden.Id)
            .Select(claim => (GoldenId?)claim.row.Golden.Id)
            .FirstOrDefault();
        if (best is { } id)
        {
            Regained.Add(id);
        }

        return best;
    }

    private GoldenId Fresh()
    {
        var id = work.NextGoldenId();
        New.Add(id);
        return id;
    }

    /// <summary>One hop always: a retired id answers with the cluster that holds most of its last members, else with where the id it merged into went.</summary>
    private void Repoint(IReadOnlyList<Cluster> clusters)
    {
        foreach (var row in retired.Where(row => !Regained.Contains(row.Golden.Id)))
        {
            var into = row.Golden.MergedInto!.Value;
            var home = Home[into];
            var best = home;
            foreach (var cluster in clusters.Where(cluster => cluster.Portions.ContainsKey(into)))
            {
                best = cluster.Overlap(row.Golden.Members) > best.Overlap(row.Golden.Members) ? cluster : best;
            }

            if (best.Id != into)
            {
                Repointed.Add(row.Golden.Id, best);
            }
        }
    }
}
