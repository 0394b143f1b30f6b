using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Expressions;

/// <summary>A value under a condition.</summary>
internal sealed class GuardedExpression(Expression value, Condition condition) : Expression(value.Kind)
{
    public override bool IsBare => value.IsBare;

    public override object? Evaluate(in Scope scope, Attempt attempt) => condition.Holds(scope, attempt) ? value.Evaluate(scope, attempt) : null;
}
