using IntegrationHub.Mappings.Engine.Documents;
using IntegrationHub.Mappings.Engine.Expressions;
using IntegrationHub.Mappings.Engine.Functions;
using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Compiling;

/// <summary>Compiles an attribute that is one of a few words: `constant:`, or a column, usually through a lookup table.</summary>
/// <remarks>Verification above "document seen" cannot be written: the hub says so itself, after checking the proof.</remarks>
internal static class EnumCompiler
{
    public static Expression? Compile<TWord>(DocumentNode node, ExpressionCompiler compiler, params TWord[] allowed)
        where TWord : struct, Enum
    {
        var words = allowed.ToDictionary(w => Word(w.ToString()), w => w);
        if (node.Find("constant") is { Text: { } constant } wrong && !words.ContainsKey(constant))
        {
            wrong.Unknown("word", constant, words.Keys);
            return null;
        }

        return compiler.Compile(node, ValueKind.Text, null) is { } text ? new WordExpression<TWord>(text, words) : null;
    }

    private static string Word(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private sealed class WordExpression<TWord>(Expression text, Dictionary<string, TWord> words) : Expression(ValueKind.Any)
        where TWord : struct, Enum
    {
        public override object? Evaluate(in Scope scope, Attempt attempt) =>
            text.Evaluate(scope, attempt) is not string word ? null : words.TryGetValue(word, out var value) ? value : attempt.Fail("word.unknown");
    }
}
