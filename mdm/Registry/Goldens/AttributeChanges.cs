using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Json;
using IntegrationHub.Mdm.Registry.Survivorship;

namespace IntegrationHub.Mdm.Registry.Goldens;

/// <summary>Names the attribute groups in which two citizens differ.</summary>
internal static class AttributeChanges
{
    private static readonly Citizen Empty = new();

    public static IReadOnlyList<string> Between(Citizen before, Citizen after)
    {
        var names = new List<string>();
        foreach (var attribute in SurvivingAttributes.All)
        {
            if ((attribute.Said(before) || attribute.Said(after)) && !Same(attribute, before, after))
            {
                names.Add(attribute.Name);
            }
        }

        foreach (var name in before.Extra.Keys.Union(after.Extra.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (before.Extra.GetValueOrDefault(name) != after.Extra.GetValueOrDefault(name))
            {
                names.Add($"{SurvivingAttributes.Extra}.{name}");
            }
        }

        return names;
    }

    private static bool Same(SurvivingAttribute attribute, Citizen before, Citizen after) =>
        RegistryJson.Write(attribute.Copy(Empty, before)).AsSpan().SequenceEqual(RegistryJson.Write(attribute.Copy(Empty, after)));
}
