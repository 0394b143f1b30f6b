using IntegrationHub.Mappings.Engine.Documents;

namespace IntegrationHub.Mappings.Engine.Checking;

/// <summary>What a check of a document found: its errors, else what came of its own examples.</summary>
public sealed record CheckReport(string File, string? Mapping, IReadOnlyList<MappingError> Errors, IReadOnlyList<ExampleOutcome> Examples)
{
    public bool Passed => Errors.Count == 0 && Examples.All(e => e.Holds);

    /// <summary>One line an error or failed example, then a line that counts; examples are invented, so their values may be shown.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (var error in Errors)
        {
            yield return error.ToString();
        }

        foreach (var example in Examples.Where(e => !e.Holds))
        {
            foreach (var difference in example.Differences)
            {
                yield return $"{File}:{example.Line}: example \"{example.Name}\": {difference}";
            }
        }

        yield return Errors.Count > 0
            ? $"{File}: {Errors.Count} error(s)"
            : $"{File}: {Examples.Count(e => e.Holds)} of {Examples.Count} example(s) hold";
    }
}
