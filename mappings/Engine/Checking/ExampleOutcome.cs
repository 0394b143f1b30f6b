namespace IntegrationHub.Mappings.Engine.Checking;

/// <summary>What came of one example.</summary>
/// <param name="Differences">Paths where the result is not what the document says, with both values; empty when it holds.</param>
public sealed record ExampleOutcome(string Name, int Line, IReadOnlyList<string> Differences)
{
    public bool Holds => Differences.Count == 0;
}
