using IntegrationHub.Mappings.Engine.Documents;
using IntegrationHub.Mappings.Engine.Functions;
using IntegrationHub.Mappings.Engine.Targets;

namespace IntegrationHub.Mappings.Engine.Compiling;

/// <summary>Compiles the attributes of a section that are one value each.</summary>
internal static class SimpleRules
{
    public static IEnumerable<AttributeRule<TDraft>> Compile<TDraft>(DocumentNode section, string name, IEnumerable<SimpleAttribute<TDraft>> attributes, ExpressionCompiler compiler)
    {
        foreach (var attribute in attributes)
        {
            if (section.Find(attribute.Name) is { } node && compiler.Compile(node, attribute.Kind, attribute.Own) is { } value)
            {
                yield return new AttributeRule<TDraft>($"{name}.{attribute.Name}", value, attribute.Set, attribute.Kind == ValueKind.Texts);
            }
        }
    }
}
