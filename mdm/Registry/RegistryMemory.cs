using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Erasing;
using IntegrationHub.Mdm.Registry.Goldens;
using IntegrationHub.Mdm.Registry.Stewardship;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Mdm.Registry;

/// <summary>What the writer keeps in memory beside the match index: eight bytes a part, the decisions in force, the suppression list, the counters.</summary>
internal sealed class RegistryMemory(RegistryState state)
{
    // One more than the golden id, 0 for none: ids start at 0.
    private long[] _goldenByPart = new long[1024];

    public RegistryState State { get; set; } = state;

    public DecisionBook Decisions { get; } = new();

    public Suppression Suppression { get; } = new(state.IdKey);

    public GoldenIdSupply Ids { get; } = new(new GoldenIdSequence(state.IdKey));

    /// <summary>Parts that an open review task names, or named since the last start: all others need no look into the queue.</summary>
    public HashSet<int> Doubtful { get; } = [];

    public GoldenId? GoldenOf(int partId)
    {
        var goldens = _goldenByPart;
        return partId < goldens.Length && goldens[partId] != 0 ? new GoldenId(goldens[partId] - 1) : null;
    }

    public void Set(int partId, GoldenId? golden)
    {
        if (partId >= _goldenByPart.Length)
        {
            Array.Resize(ref _goldenByPart, Math.Max(partId + 1, _goldenByPart.Length * 2));
        }

        _goldenByPart[partId] = golden is { } id ? id.Value + 1 : 0;
    }

    /// <summary>Becomes what a commit made durable.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="gone">Parts that left the index with it.</param>
    public void Take(RegistryCommit commit, IEnumerable<int> gone)
    {
        foreach (var part in commit.Parts)
        {
            Set(part.PartId, part.Matchable ? part.Golden : null);
        }

        foreach (var (partId, golden) in commit.Moved)
        {
            Set(partId, golden);
        }

        // An erased part has no row any more.
        foreach (var partId in gone)
        {
            Set(partId, null);
        }

        foreach (var review in commit.Reviews)
        {
            Doubtful.Add(review.PartA);
            Doubtful.Add(review.PartB ?? review.PartA);
        }

        foreach (var hash in commit.Erasures.SelectMany(erasure => erasure.Suppressed))
        {
            Suppression.Add(hash);
        }

        State = commit.State;
    }
}
