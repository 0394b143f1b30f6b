using IntegrationHub.Mappings.Engine.Documents;
using IntegrationHub.Mappings.Engine.Expressions;
using IntegrationHub.Mappings.Engine.Functions;
using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Compiling;

/// <summary>What every section of parts begins with: its name, its condition, and the list it goes through.</summary>
internal sealed record SectionHeader(string Name, string PartKey, Condition? Guard, ColumnPlace? Each, RowShape Items, Expression? Key)
{
    public static readonly string[] Words = ["when", "unless", "forEach", "key"];

    /// <param name="node">The section.</param>
    /// <param name="name">Its name in issues and as owner or end of a relationship.</param>
    /// <param name="partKey">Part key of the only part it gives.</param>
    /// <param name="context">The document.</param>
    /// <param name="record">Columns of the record.</param>
    /// <param name="inner">The compiler for the attributes below: of the item, in a list.</param>
    public static SectionHeader Compile(DocumentNode node, string name, string partKey, CompileContext context, ColumnScope record, out ExpressionCompiler inner)
    {
        var outer = new ExpressionCompiler(context, record);
        inner = outer;
        ColumnPlace? each = null;
        var items = record.Item;
        if (node.Find("forEach") is { Text: { } list } listed)
        {
            if (record.Checked(list) is { } wrong)
            {
                listed.Unknown("column", wrong, record.Known!);
            }

            each = record.Place(list);
            items = new RowShape();
            inner = new ExpressionCompiler(context, record with { Item = items });
        }

        var key = node.Find("key") is { } k ? inner.Compile(k, ValueKind.Text, "identifier") : null;
        if (key is not null && each is null)
        {
            node.Find("key")!.Refuse("tells the items of a list apart: it needs `forEach:`");
        }

        return new SectionHeader(name, partKey, inner.Guard(node), each, items, key);
    }

    /// <summary>The rows this section makes parts of, each with its part key.</summary>
    public IEnumerable<(string Part, Scope Scope)> Rows(Row record, Attempt attempt)
    {
        if (Each is not { } list)
        {
            var only = new Scope(record, record);
            return Guard is null || Guard.Holds(only, attempt) ? [(PartKey, only)] : [];
        }

        return Listed(list, record, attempt);
    }

    private IEnumerable<(string Part, Scope Scope)> Listed(ColumnPlace list, Row record, Attempt attempt)
    {
        attempt.Attribute = Name;
        var number = 0;
        foreach (var item in record.Items(list.Place, Items, attempt))
        {
            number++;
            var scope = new Scope(item, record);
            if (Guard is null || Guard.Holds(scope, attempt))
            {
                // An item without a key of its own is known by its place.
                attempt.Attribute = Name;
                var key = Key?.Evaluate(scope, attempt) as string;
                yield return ($"{Name}:{key ?? number.ToString(System.Globalization.CultureInfo.InvariantCulture)}", scope);
            }
        }
    }
}
