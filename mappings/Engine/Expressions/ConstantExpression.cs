using IntegrationHub.Mappings.Engine.Functions;
using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Expressions;

internal sealed class ConstantExpression(string text) : Expression(ValueKind.Text)
{
    public override object? Evaluate(in Scope scope, Attempt attempt) => text;
}
