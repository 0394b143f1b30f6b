using System.Text.Json.Nodes;
using IntegrationHub.Mappings.Engine.Documents;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace IntegrationHub.Mappings.Engine.Compiling;

/// <summary>YAML of an example as the JSON a source would send: texts but for plain numbers' neighbours true, false and null.</summary>
internal static class YamlJson
{
    public static JsonNode? Of(DocumentNode node) => Of(node.Yaml);

    private static JsonNode? Of(YamlNode node) => node switch
    {
        YamlMappingNode group => new JsonObject(group.Children.Select(c => new KeyValuePair<string, JsonNode?>(((YamlScalarNode)c.Key).Value ?? "", Of(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Of)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => flag.Value == "true",
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "~" or "null" or null } => null,
        YamlScalarNode text => text.Value,
        _ => null,
    };
}
