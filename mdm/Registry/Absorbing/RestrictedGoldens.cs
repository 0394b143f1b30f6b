using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Goldens;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Survivorship;
using IntegrationHub.Mdm.Registry.Json;
using IntegrationHub.Mdm.Registry.Writing;

namespace IntegrationHub.Mdm.Registry.Absorbing;

/// <summary>Restricted golden records a page touches: their rows follow their sources, but no change row says so (RGPD article 18).</summary>
internal sealed class RestrictedGoldens(Work work)
{
    private readonly SortedDictionary<GoldenId, SortedDictionary<PartKey, PartRow?>> _touched = [];

    public async Task<bool> StillHoldsAsync(GoldenId golden, CancellationToken cancellationToken)
    {
        await work.LoadGoldensAsync([golden], cancellationToken);
        return work.Golden(golden)?.Golden.State == GoldenState.Restricted;
    }

    public void Touch(GoldenId golden, PartRow part, bool stays)
    {
        if (!_touched.TryGetValue(golden, out var parts))
        {
            _touched.Add(golden, parts = []);
        }

        parts[part.Key] = stays ? part : null;
    }

    public async Task StageAsync(SurvivorshipEngine engine, CancellationToken cancellationToken)
    {
        await work.LoadGoldensAsync(_touched.Keys, cancellationToken);
        foreach (var (id, touched) in _touched)
        {
            var row = work.Golden(id)!;
            var others = row.Golden.Members.Where(key => !touched.ContainsKey(key)).ToList();
            var stored = others.Count == 0 ? [] : await work.Reads.FindRecordsAsync([.. others.Select(key => key.Record).Distinct()], cancellationToken);
            var parts = stored.SelectMany(record => record.Parts).Where(part => others.Contains(part.Key))
                .Concat(touched.Values.OfType<PartRow>()).OrderBy(part => part.Key).ToList();
            foreach (var answer in parts.Where(part => AnswerKey.About(part.Key) is { } about && !parts.Exists(other => other.Key == about)).ToList())
            {
                AnswersOfPeople.Withdraw(work, answer, stored.First(record => record.Record.Key == answer.Key.Record).Record);
                parts.Remove(answer);
            }

            var survivor = engine.Settle([.. parts.Select(part => new SurvivorPart(part.Key, part.Citizen, part.ChangedAt))], OverrideJson.Read(row.Overrides));
            work.Save(row with
            {
                Golden = row.Golden with
                {
                    Version = row.Golden.Version + 1,
                    Citizen = survivor.Citizen,
                    Provenance = survivor.Provenance,
                    Members = [.. parts.Select(part => part.Key)],
                },
                UpdatedAt = work.At,
            });
        }
    }
}
