using System.Text.Json.Nodes;
using IntegrationHub.Mappings.Engine.Checking;
using IntegrationHub.Mappings.Engine.Documents;

namespace IntegrationHub.Mappings.Engine.Compiling;

/// <summary>Reads the examples of a document.</summary>
internal static class ExampleReader
{
    public static IReadOnlyList<MappingExample> Read(DocumentNode? node)
    {
        var examples = new List<MappingExample>();
        foreach (var item in node?.Items ?? [])
        {
            item.Only("name", "record", "golden", "gives");
            var golden = item.Find("golden");
            if (YamlOf(golden ?? item.Find("record")) is { } record && YamlOf(item.Find("gives")) is { } gives)
            {
                examples.Add(new MappingExample(item.Find("name")?.Text ?? $"line {item.Line}", golden is not null, item.Line, record, gives));
            }
            else
            {
                item.Refuse("an example needs `record:` (or `golden:`) and `gives:`");
            }
        }

        return examples;
    }

    private static JsonObject? YamlOf(DocumentNode? node) => node is null ? null : YamlJson.Of(node) as JsonObject;
}
