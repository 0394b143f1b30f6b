using IntegrationHub.Mappings.Engine.Functions;
using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Expressions;

/// <summary>A value through one function. An array of the source goes through item by item where the function takes one text.</summary>
internal sealed class PipeExpression(Expression source, MappingFunction function, Step step, ValueKind kind) : Expression(kind)
{
    private readonly bool takesLists = (function.Takes & (ValueKind.Texts | ValueKind.Columns)) != ValueKind.None;

    public override object? Evaluate(in Scope scope, Attempt attempt) => source.Evaluate(scope, attempt) switch
    {
        null => null,
        string?[] texts when !takesLists => Each(texts, attempt),
        var value => step(value, attempt),
    };

    private object? Each(string?[] texts, Attempt attempt)
    {
        object? first = null;
        var results = new List<string>(texts.Length);
        foreach (var text in texts)
        {
            if (text is null || step(text, attempt) is not { } result)
            {
                continue;
            }

            first ??= result;
            switch (result)
            {
                case string one:
                    results.Add(one);
                    break;
                case string[] several:
                    results.AddRange(several);
                    break;
            }
        }

        return results.Count > 0 ? results.ToArray() : first;
    }
}
