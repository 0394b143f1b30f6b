using IntegrationHub.Mappings.Engine.Documents;
using IntegrationHub.Mappings.Engine.Expressions;
using IntegrationHub.Mappings.Engine.Functions;
using IntegrationHub.Mappings.Engine.Functions.Text;
using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Compiling;

/// <summary>Compiles `when:`: a column (true when it is filled), or a group of value with is, in or notIn; all, any, not.</summary>
internal sealed class ConditionCompiler(ExpressionCompiler expressions)
{
    private static readonly Func<Scope, Attempt, bool> Never = static (_, _) => false;

    public Func<Scope, Attempt, bool> Compile(DocumentNode node)
    {
        if (node.Text is not null)
        {
            return expressions.Any(node) is { } filled ? (s, a) => filled.Evaluate(s, a) is not null : Never;
        }

        node.Only("value", "is", "in", "notIn", "all", "any", "not");
        if (node.Find("all") is { } all)
        {
            var parts = all.Items.Select(Compile).ToArray();
            return (s, a) => Array.TrueForAll(parts, p => p(s, a));
        }

        if (node.Find("any") is { } any)
        {
            var parts = any.Items.Select(Compile).ToArray();
            return (s, a) => Array.Exists(parts, p => p(s, a));
        }

        if (node.Find("not") is { } not)
        {
            var part = Compile(not);
            return (s, a) => !part(s, a);
        }

        return Comparison(node);
    }

    private Func<Scope, Attempt, bool> Comparison(DocumentNode node)
    {
        if (node.Find("value") is not { } operand || expressions.Any(operand) is not { } value)
        {
            node.Refuse("needs `value:` with one of is, in, notIn; or all, any, not");
            return Never;
        }

        if (node.Find("is") is { Text: "set" or "blank" } state)
        {
            var set = state.Text == "set";
            return (s, a) => value.Evaluate(s, a) is not null == set;
        }

        if ((node.Find("is") ?? node.Find("in") ?? node.Find("notIn")) is not { } wanted)
        {
            node.Refuse("needs one of: is, in, notIn");
            return Never;
        }

        var words = wanted.Items.Select(i => Fold.Of(i.Text ?? "")).ToHashSet();
        var negated = node.Find("notIn") is not null;
        return (s, a) => (ValueText.Of(value.Evaluate(s, a)) is { } text && words.Contains(Fold.Of(text))) != negated;
    }
}
