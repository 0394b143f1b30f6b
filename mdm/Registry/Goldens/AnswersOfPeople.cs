using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Writing;

namespace IntegrationHub.Mdm.Registry.Goldens;

/// <summary>Brings every answer to the cluster that holds the part it is about; where that part is gone, so is the answer.</summary>
internal sealed class AnswersOfPeople(Work work)
{
    /// <param name="clusters">Clusters that changed.</param>
    /// <param name="goldens">Golden records their members stood behind; loaded.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task AttachAsync(List<Cluster> clusters, IReadOnlyCollection<GoldenId> goldens, CancellationToken cancellationToken)
    {
        var keys = new HashSet<PartKey>(work.Answers);
        foreach (var golden in goldens)
        {
            keys.UnionWith((work.Golden(golden)?.Golden.Members ?? []).Where(AnswerKey.IsAnswer));
        }

        if (keys.Count == 0)
        {
            return;
        }

        var stored = await work.Reads.FindRecordsAsync([.. keys.Select(key => key.Record).Distinct().Order()], cancellationToken);
        var records = stored.ToDictionary(record => record.Record.Key, record => record.Record);
        var answers = stored.SelectMany(record => record.Parts).Select(part => work.KnownPart(part.PartId) ?? part)
            .Concat(work.Fresh.Where(part => AnswerKey.IsAnswer(part.Key)))
            .Where(part => part.Golden is not null && keys.Contains(part.Key)).DistinctBy(part => part.Key).OrderBy(part => part.Key);
        var homes = clusters.SelectMany(cluster => cluster.Members, (cluster, member) => (member.Key, cluster)).ToDictionary(home => home.Key, home => home.cluster);
        foreach (var answer in answers)
        {
            if (homes.TryGetValue(AnswerKey.About(answer.Key)!.Value, out var cluster))
            {
                cluster.Answers.Add(answer);
            }
            else
            {
                Withdraw(work, answer, records[answer.Key.Record]);
            }
        }
    }

    /// <summary>The record is kept as deleted: what its system answers at a later question is then a new word.</summary>
    public static void Withdraw(Work work, PartRow answer, RecordRow record)
    {
        work.Save(answer with { Golden = null, LastGolden = answer.Golden, Citizen = new Citizen() });
        work.Records.Add(record with { Deleted = true, Body = default, Revision = record.Revision + 1 });
    }
}
