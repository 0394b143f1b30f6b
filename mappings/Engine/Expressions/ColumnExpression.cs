using IntegrationHub.Mappings.Engine.Functions;
using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Expressions;

/// <summary>The first of some columns that is not blank: <c>birth_name ?? name</c>.</summary>
internal sealed class ColumnExpression(IReadOnlyList<ColumnPlace> columns) : Expression(ValueKind.Text)
{
    private readonly ColumnPlace[] columns = [.. columns];

    public override bool IsBare => true;

    public override object? Evaluate(in Scope scope, Attempt attempt)
    {
        foreach (var column in columns)
        {
            if (column.Read(scope, attempt) is { } value)
            {
                return value;
            }
        }

        return null;
    }
}
