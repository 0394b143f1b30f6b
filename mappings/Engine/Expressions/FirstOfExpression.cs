using IntegrationHub.Mappings.Engine.Functions;
using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Expressions;

/// <summary>The first of several ways to a value that leads to one.</summary>
internal sealed class FirstOfExpression(IReadOnlyList<Expression> ways, ValueKind kind) : Expression(kind)
{
    private readonly Expression[] ways = [.. ways];

    public override object? Evaluate(in Scope scope, Attempt attempt)
    {
        foreach (var way in ways)
        {
            if (way.Evaluate(scope, attempt) is { } value)
            {
                return value;
            }
        }

        return null;
    }
}
