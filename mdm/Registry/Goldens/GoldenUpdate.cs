using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Json;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Survivorship;
using IntegrationHub.Mdm.Registry.Writing;

namespace IntegrationHub.Mdm.Registry.Goldens;

/// <summary>From a resolution to golden records: ids, surviving values, versions, and one change row for each golden record that changed.</summary>
internal sealed class GoldenUpdate(Work work, SurvivorshipEngine engine, string reason)
{
    private readonly GoldenEvents _events = new();

    public async Task StageAsync(Resolution resolution, IReadOnlyDictionary<PartKey, GoldenId> wanted, CancellationToken cancellationToken)
    {
        work.PairsAdded.AddRange(resolution.Added);
        work.PairsRemoved.AddRange(resolution.Removed);
        var clusters = await new ClusterReader(work).ReadAsync(resolution, cancellationToken);
        var retired = await RetiredAsync(clusters, cancellationToken);
        var ids = new IdAssignment(work, retired, wanted);
        ids.Settle(clusters);
        Tell(clusters, ids, retired);
        var overrides = Overrides(clusters, ids, retired);
        var layers = clusters.ConvertAll(cluster => overrides.TryGetValue(cluster, out var own) ? own : []);
        var survivors = new Survivor[clusters.Count];
        // Pure and the dearest step here: on all cores, the order of rows is made below.
        Parallel.For(0, survivors.Length, i => survivors[i] = engine.Settle(
            [.. clusters[i].Voices.Select(part => new SurvivorPart(part.Key, part.Citizen, part.ChangedAt))], layers[i]));
        for (var i = 0; i < survivors.Length; i++)
        {
            var cluster = clusters[i];
            foreach (var member in cluster.Members)
            {
                if (member.Golden != cluster.Id)
                {
                    work.Move(member.PartId, cluster.Id!.Value);
                }
            }

            foreach (var answer in cluster.Answers.Where(answer => answer.Golden != cluster.Id))
            {
                work.Save(answer with { Golden = cluster.Id });
            }

            Write(cluster, ids, layers[i], survivors[i]);
        }

        foreach (var (id, cluster) in ids.Home.OrderBy(home => home.Key).Where(home => home.Value.Id != home.Key))
        {
            Retire(work.Golden(id)!, cluster);
        }

        foreach (var (id, cluster) in ids.Repointed)
        {
            var row = work.Golden(id)!;
            work.Save(row with { Golden = row.Golden with { Version = row.Golden.Version + 1, MergedInto = cluster.Id }, UpdatedAt = work.At });
        }

        foreach (var id in work.Gone.Select(gone => gone.Golden).Distinct().Order().Where(id => !ids.Home.ContainsKey(id) && work.Golden(id)!.Golden.State != GoldenState.Erased))
        {
            Empty(work.Golden(id)!);
        }
    }

    /// <summary>Rows retired into any golden record that may merge or split here.</summary>
    private async Task<IReadOnlyList<GoldenRow>> RetiredAsync(List<Cluster> clusters, CancellationToken cancellationToken)
    {
        var merging = clusters.Where(cluster => cluster.Portions.Count > 1).SelectMany(cluster => cluster.Portions.Keys);
        var splitting = clusters.SelectMany(cluster => cluster.Portions.Keys).GroupBy(id => id).Where(group => group.Skip(1).Any()).Select(group => group.Key);
        var into = merging.Concat(splitting).Distinct().Order().ToList();
        if (into.Count == 0)
        {
            return [];
        }

        var rows = await work.Reads.FindRetiredAsync(into, cancellationToken);
        foreach (var row in rows)
        {
            work.Know(row);
        }

        return rows;
    }

    private void Tell(List<Cluster> clusters, IdAssignment ids, IReadOnlyList<GoldenRow> retired)
    {
        foreach (var cluster in clusters)
        {
            var id = cluster.Id!.Value;
            if (ids.New.Contains(id) && cluster.Portions.Count == 0)
            {
                _events.Add(id, ChangeKind.Created);
            }

            foreach (var other in cluster.Portions.Keys)
            {
                if (other == id)
                {
                    continue;
                }

                var home = ids.Home[other].Id!.Value;
                if (home == id)
                {
                    _events.Add(id, ChangeKind.Merged, other);
                }
                else if (ids.New.Contains(id) || ids.Regained.Contains(id))
                {
                    // Both sides tell it: a subscriber that follows one id learns of the other by either row.
                    _events.Add(home, ChangeKind.Split, id);
                    _events.Add(id, ChangeKind.Split, home);
                }
                else
                {
                    _events.Add(id, ChangeKind.Linked, home);
                    _events.Add(home, ChangeKind.Unlinked, id);
                }
            }

            if (!ids.New.Contains(id) && cluster.HasNewcomers)
            {
                _events.Add(id, ChangeKind.Linked);
            }

            if (work.Golden(id)?.Golden.State == GoldenState.Restricted)
            {
                _events.Add(id, ChangeKind.Released);
            }
        }

        foreach (var (_, golden) in work.Gone.Where(gone => ids.Home.ContainsKey(gone.Golden)))
        {
            _events.Add(ids.Home[golden].Id!.Value, ChangeKind.Unlinked);
        }

        foreach (var (id, cluster) in ids.Repointed)
        {
            if (!ids.New.Contains(cluster.Id!.Value) && !ids.Regained.Contains(cluster.Id.Value))
            {
                _events.Add(cluster.Id.Value, ChangeKind.Updated, id);
            }

            _events.Add(ids.Home[retired.First(row => row.Golden.Id == id).Golden.MergedInto!.Value].Id!.Value, ChangeKind.Updated, id);
        }
    }

    /// <summary>The steward's layer follows the person it was written on: back to its own id where that lives, else to whoever answers for it.</summary>
    private Dictionary<Cluster, List<Override>> Overrides(List<Cluster> clusters, IdAssignment ids, IReadOnlyList<GoldenRow> retired)
    {
        var byCluster = new Dictionary<Cluster, List<Override>>();
        foreach (var holder in clusters.SelectMany(cluster => cluster.Portions.Keys).Distinct())
        {
            foreach (var entry in OverrideJson.Read(work.Golden(holder)?.Overrides))
            {
                var home = clusters.Find(cluster => cluster.Id == entry.Origin)
                    ?? ids.Repointed.GetValueOrDefault(entry.Origin)
                    ?? ids.Home[holder];
                (byCluster.TryGetValue(home, out var entries) ? entries : byCluster[home] = []).Add(entry);
            }
        }

        return byCluster;
    }

    private void Write(Cluster cluster, IdAssignment ids, List<Override> overrides, Survivor survivor)
    {
        var id = cluster.Id!.Value;
        var old = ids.New.Contains(id) ? null : work.Golden(id);
        var golden = new GoldenRecord
        {
            Id = id,
            Version = (old?.Golden.Version ?? 0) + 1,
            Citizen = survivor.Citizen,
            Provenance = survivor.Provenance,
            Members = [.. cluster.Voices.Select(part => part.Key)],
        };
        if (GoldenRows.Stage(work, old, golden, overrides))
        {
            var (kind, touched) = _events.Of(id);
            GoldenRows.Tell(work, kind, golden, old, touched, reason);
        }
    }

    private void Retire(GoldenRow row, Cluster into)
    {
        IReadOnlyList<PartKey> last = row.Golden.Members.Count > 0 ? [.. row.Golden.Members.Where(key => !AnswerKey.IsAnswer(key))] : [.. into.Portions[row.Golden.Id].Select(part => part.Key)];
        work.Save(row with
        {
            Golden = new GoldenRecord { Id = row.Golden.Id, Version = row.Golden.Version + 1, State = GoldenState.Merged, MergedInto = into.Id, Citizen = new Citizen(), Members = last },
            UpdatedAt = work.At,
            Overrides = null,
        });
    }

    private void Empty(GoldenRow row)
    {
        var golden = new GoldenRecord { Id = row.Golden.Id, Version = row.Golden.Version + 1, State = GoldenState.Emptied, Citizen = new Citizen() };
        work.Save(row with { Golden = golden, UpdatedAt = work.At });
        GoldenRows.Tell(work, ChangeKind.Unlinked, golden, row, [golden.Id], reason);
    }
}
