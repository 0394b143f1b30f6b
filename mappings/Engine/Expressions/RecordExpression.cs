using IntegrationHub.Mappings.Engine.Functions;
using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Expressions;

/// <summary>A value made of several parts, such as a consent or a death.</summary>
internal sealed class RecordExpression(IReadOnlyList<Expression?> parts, Func<object?[], object?> make) : Expression(ValueKind.Any)
{
    public override object? Evaluate(in Scope scope, Attempt attempt)
    {
        var values = new object?[parts.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = parts[i]?.Evaluate(scope, attempt);
        }

        return make(values);
    }
}
