using System.Text.Json.Nodes;
using IntegrationHub.Hub.Contracts;

namespace IntegrationHub.Host.Previewing;

/// <summary>Somebody made up, to show what a system would be asked or told.</summary>
/// <param name="Name">What to call the sample.</param>
/// <param name="Person">A golden citizen as the examples of mappings write it.</param>
public sealed record SamplePerson(string Name, JsonObject Person)
{
    private const string Declared = "extra";

    /// <summary>Only what the attributes let through, as a real person would be cut down.</summary>
    public JsonObject Cut(Scope attributes)
    {
        var cut = new JsonObject();
        foreach (var (name, value) in Person)
        {
            if (name == Declared && value is JsonObject extra)
            {
                cut[name] = new JsonObject(extra.Where(pair => CitizenAttributes.Permits(attributes, $"{Declared}.{pair.Key}")).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
            }
            else if (name is "id" or "version" || CitizenAttributes.Permits(attributes, name))
            {
                cut[name] = value?.DeepClone();
            }
        }

        return cut;
    }
}
