using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Expressions;

/// <summary>A constant where the source gives nothing.</summary>
internal sealed class DefaultExpression(Expression source, string text) : Expression(source.Kind)
{
    public override object? Evaluate(in Scope scope, Attempt attempt) => source.Evaluate(scope, attempt) ?? text;
}
