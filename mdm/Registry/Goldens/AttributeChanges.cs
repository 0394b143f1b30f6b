using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Survivorship;

namespace IntegrationHub.Mdm.Registry.Goldens;

/// <summary>Names the attribute groups in which two citizens differ.</summary>
internal static class AttributeChanges
{
    public static IReadOnlyList<string> Between(Citizen before, Citizen after)
    {
        var names = new List<string>();
        foreach (var attribute in SurvivingAttributes.All)
        {
            if (attribute.Said(before) != attribute.Said(after) || (attribute.Said(after) && !attribute.Same(before, after)))
            {
                names.Add(attribute.Name);
            }
        }

        if (before.Extra.Count + after.Extra.Count == 0)
        {
            return names;
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
}
