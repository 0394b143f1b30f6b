using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Goldens;

namespace IntegrationHub.Tests.Registry;

public sealed class Ids_made_ahead
{
    [Fact]
    public void Ids_are_those_of_the_sequence_whatever_is_asked_for_next()
    {
        var sequence = new GoldenIdSequence(new byte[32]);
        var supply = new GoldenIdSupply(sequence);

        foreach (var number in Enumerable.Range(0, 1200).Select(n => (long)n).Concat([511, 512, 5_000_000_000, 5_000_000_001, 0, 1023, 1024, 1025]))
        {
            Assert.Equal(sequence.At(number), supply.At(number));
        }
    }
}
