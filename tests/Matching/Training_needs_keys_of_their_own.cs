using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Tests.Matching;

public sealed class Training_needs_keys_of_their_own
{
    /// <summary>Their order would decide what is sampled.</summary>
    [Fact]
    public void Two_records_of_one_key_are_refused()
    {
        var records = Enumerable.Range(0, 200).Select(i => new MatchRecord(new MatchKey("c", $"k{i / 2}", ""), [.. TrainingTemplate.Fields.Select(_ => (IReadOnlyList<string>)[$"v{i % 30}"])])).ToList();
        Assert.Throws<InvalidOperationException>(() => ModelTrainer.Train(records));
    }
}
