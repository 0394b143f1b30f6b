using IntegrationHub.Mappings.Engine.Functions;
using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Expressions;

/// <summary>Several columns side by side, each in its place: year, month, day.</summary>
internal sealed class ColumnsExpression(IReadOnlyList<Expression> columns) : Expression(ValueKind.Columns)
{
    private readonly Expression[] columns = [.. columns];

    public override bool IsBare => true;

    public override object? Evaluate(in Scope scope, Attempt attempt)
    {
        string?[]? texts = null;
        string? blamed = null;
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i].Evaluate(scope, attempt) is { } value)
            {
                (texts ??= new string?[columns.Length])[i] = value as string ?? ValueText.Of(value);
                blamed ??= attempt.Column;
            }
        }

        attempt.Column = blamed ?? attempt.Column;
        return texts;
    }
}
