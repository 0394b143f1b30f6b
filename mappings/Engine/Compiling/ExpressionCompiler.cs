using IntegrationHub.Mappings.Engine.Documents;
using IntegrationHub.Mappings.Engine.Expressions;
using IntegrationHub.Mappings.Engine.Functions;
using IntegrationHub.Mappings.Engine.Functions.Logic;

namespace IntegrationHub.Mappings.Engine.Compiling;

/// <summary>Compiles a value: `a ?? b | function`, a list of columns, or a group of from, do, when, unless, constant, firstOf.</summary>
internal sealed class ExpressionCompiler(CompileContext context, ColumnScope columns)
{
    private static readonly string[] Words = ["from", "column", "constant", "firstOf", "do", "when", "unless"];

    public ColumnScope Columns => columns;

    public CompileContext Context => context;

    /// <param name="node">A value of the document.</param>
    /// <param name="wanted">The kind the attribute holds.</param>
    /// <param name="own">The attribute's own function, for a bare column or where the kinds differ.</param>
    /// <param name="more">Names the caller reads from the same group.</param>
    public Expression? Compile(DocumentNode node, ValueKind wanted, string? own, params string[] more) =>
        Any(node, more) is { } value ? Fit(value, node, wanted, own) : null;

    /// <summary>The condition of a section or value: its `when:` and `unless:`; null when it has none.</summary>
    public Condition? Guard(DocumentNode node)
    {
        var compiler = new ConditionCompiler(this);
        var when = node.Find("when") is { } w ? compiler.Compile(w) : null;
        var unless = node.Find("unless") is { } u ? compiler.Compile(u) : null;
        return (when, unless) switch
        {
            (null, null) => null,
            (not null, null) => new Condition((s, a) => when(s, a)),
            (null, not null) => new Condition((s, a) => !unless(s, a)),
            _ => new Condition((s, a) => when!(s, a) && !unless!(s, a)),
        };
    }

    /// <summary>A value as it stands, of whatever kind.</summary>
    public Expression? Any(DocumentNode node, params string[] more)
    {
        if (node.Text is { } text)
        {
            return Short(text, node);
        }

        if (node.IsList)
        {
            var items = node.Items.Select(i => Any(i)).ToList();
            return items.Contains(null) ? null : new ColumnsExpression(items!);
        }

        if (!node.IsGroup)
        {
            node.Refuse("needs a value: a column, a list of columns, or a group with `from:`");
            return null;
        }

        node.Only([.. Words, .. more]);
        var value = Source(node);
        value = node.Find("do") is { } steps ? Through(value, steps) : value;
        return value is not null && Guard(node) is { } guard ? new GuardedExpression(value, guard) : value;
    }

    private Expression? Source(DocumentNode node)
    {
        var sources = node.Entries().Where(e => e.Name is "from" or "column" or "constant" or "firstOf").ToList();
        if (sources.Count != 1)
        {
            node.Refuse("needs one of: from, column, constant, firstOf");
            return null;
        }

        var (name, value) = sources[0];
        return name switch
        {
            "from" => Any(value),
            "column" => value.Text is { } column ? Columned([column], value) : null,
            "constant" => new ConstantExpression(value.Text ?? ""),
            _ => FirstOf(value),
        };
    }

    private FirstOfExpression? FirstOf(DocumentNode node)
    {
        var ways = node.Items.Select(i => Any(i)).ToList();
        return ways.Contains(null) ? null : new FirstOfExpression(ways!, ways.Aggregate(ValueKind.None, (kind, way) => kind | way!.Kind));
    }

    private Expression? Through(Expression? value, DocumentNode steps)
    {
        foreach (var call in steps.Items.SelectMany(i => PipeText.Split(i.Text ?? "", "|").Select(c => (Call: c, Node: i))))
        {
            value = Pipe(value, call.Call, call.Node);
        }

        return value;
    }

    private Expression? Short(string text, DocumentNode node)
    {
        var pieces = PipeText.Split(text, "|");
        Expression? value = Columned(PipeText.Split(pieces[0], "??"), node);
        foreach (var call in pieces.Skip(1))
        {
            value = Pipe(value, call, node);
        }

        return value;
    }

    private ColumnExpression? Columned(IReadOnlyList<string> names, DocumentNode node)
    {
        foreach (var wrong in names.Select(columns.Checked).OfType<string>())
        {
            node.Unknown("column", wrong, columns.Known!);
        }

        if (names.Contains(""))
        {
            node.Refuse("needs the name of a column");
            return null;
        }

        return new ColumnExpression([.. names.Select(n => columns.Place(n.Length > 1 && n[0] == '"' && n[^1] == '"' ? n[1..^1] : n))]);
    }

    private Expression? Pipe(Expression? value, string call, DocumentNode node)
    {
        if (FunctionBinder.Bind(call, node, context) is not var (function, step, arguments) || value is null)
        {
            return null;
        }

        if (function.Name == DefaultFunction.Name)
        {
            return new DefaultExpression(value, arguments["value"]);
        }

        if ((function.Takes & value.Kind) == ValueKind.None)
        {
            node.Refuse($"{function.Name} takes {function.Takes.Words()}, not {value.Kind.Words()}");
            return null;
        }

        return new PipeExpression(value, function, step, function.Gives);
    }

    private Expression? Fit(Expression value, DocumentNode node, ValueKind wanted, string? own)
    {
        var fits = (value.Kind & ~wanted) == ValueKind.None;
        if (own is not null && (value.IsBare || !fits) && FunctionCatalogue.ByName.TryGetValue(own, out var function) && (function.Takes & value.Kind) == value.Kind)
        {
            return Pipe(value, own, node);
        }

        if (!fits)
        {
            node.Refuse($"is {value.Kind.Words()}, but this attribute is {wanted.Words()}{(own is null ? "" : $": end it with `{own}`")}");
            return null;
        }

        return value;
    }
}
