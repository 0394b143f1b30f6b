using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Tests.Registry;

/// <summary>What must hold of every commit, and of the whole registry after it.</summary>
internal static class Rules
{
    public static void Check(MemoryStore store, RegistryCommit commit)
    {
        var state = commit.State;
        Assert.Equal(store.State.Page + 1, state.Page);
        Assert.Equal(store.State.LastChange + commit.Changes.Count, state.LastChange);
        Assert.Equal(Enumerable.Range(1, commit.Changes.Count).Select(i => store.State.LastChange + i), commit.Changes.Select(change => change.Sequence));
        Assert.All(commit.Records, record => Assert.InRange(record.RecordId, 1, state.LastRecordId));
        Assert.All(commit.Parts, part => Assert.InRange(part.PartId, 1, state.LastPartId));
        Assert.Equal(commit.Parts.Select(part => part.PartId).Order(), commit.Parts.Select(part => part.PartId).Distinct());
        Assert.Empty(commit.Moved.Select(move => move.PartId).Intersect(commit.Parts.Select(part => part.PartId)));
        Assert.All(commit.Reviews, row => Assert.InRange(row.TaskId, 1, state.LastReview));
        Assert.All(commit.Decisions, row => Assert.InRange(row.DecisionId, 1, state.LastDecision));
        Assert.All(commit.PairsRemoved, pair => Assert.Contains(pair, (IDictionary<(int, int), Mdm.Matching.ScoredPair>)store.Pairs));
        var touched = commit.Changes.SelectMany(change => change.Touched).ToHashSet();
        foreach (var row in commit.Goldens)
        {
            var id = row.Golden.Id;
            Assert.Equal((store.Goldens.TryGetValue(id, out var before) ? before.Golden.Version : 0) + 1, row.Golden.Version);
            Assert.True(touched.Contains(id) || before?.Golden.State == GoldenState.Restricted, $"no change names golden record {id}");
            Assert.NotEqual(GoldenState.Erased, before?.Golden.State);
        }

        foreach (var change in commit.Changes)
        {
            Assert.Contains(change.Golden, change.Touched);
            Assert.Equal(change.Touched.Order(), change.Touched);
            var row = Assert.Single(commit.Goldens, row => row.Golden.Id == change.Golden);
            Assert.Equal(row.Golden.Version, change.Version);
        }
    }

    public static void CheckWhole(MemoryStore store)
    {
        var members = store.Parts.Values.Where(part => part.Golden is not null).GroupBy(part => part.Golden!.Value)
            .ToDictionary(group => group.Key, group => group.Select(part => part.Key).Order().ToList());
        foreach (var row in store.Goldens.Values)
        {
            var golden = row.Golden;
            switch (golden.State)
            {
                case GoldenState.Active:
                    Assert.Equal(members[golden.Id], golden.Members);
                    break;
                case GoldenState.Restricted:
                    Assert.Equal(members.GetValueOrDefault(golden.Id) ?? [], golden.Members);
                    break;
                case GoldenState.Merged:
                    Assert.False(members.ContainsKey(golden.Id));
                    Assert.NotEqual(GoldenState.Merged, store.Goldens[golden.MergedInto!.Value].Golden.State);
                    break;
                default:
                    Assert.False(members.ContainsKey(golden.Id));
                    Assert.Null(golden.Citizen.BirthName);
                    break;
            }
        }

        Assert.All(members.Keys, id => Assert.Contains(id, (IDictionary<GoldenId, GoldenRow>)store.Goldens));
        Assert.All(store.Pairs.Keys, pair => Assert.True(store.Parts[pair.A].Golden is not null && store.Parts[pair.B].Golden is not null && store.Parts[pair.A].Matchable));
        Assert.Equal(store.OpenReviews.Count(), store.OpenReviews.Select(row => (row.PartA, row.PartB)).Distinct().Count());
        Assert.All(store.OpenReviews, row => Assert.True(store.Parts[row.PartA].Golden is not null && store.Parts[row.PartA].Key == row.A));
        Assert.All(store.OpenReviews.Where(row => row.PartB is not null), row => Assert.NotEqual(store.Parts[row.PartA].Golden, store.Parts[row.PartB!.Value].Golden));
        Assert.Equal(store.Records.Count, store.Records.Values.Select(record => record.Key).Distinct().Count());
    }
}
