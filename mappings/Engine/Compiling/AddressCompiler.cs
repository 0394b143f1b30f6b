using IntegrationHub.Mappings.Engine.Documents;
using IntegrationHub.Mappings.Engine.Expressions;
using IntegrationHub.Mappings.Engine.Functions;

namespace IntegrationHub.Mappings.Engine.Compiling;

/// <summary>Compiles an address: one column for the whole, or a group of lines and parts.</summary>
internal static class AddressCompiler
{
    private static readonly Dictionary<string, (ValueKind Kind, string? Own)> Kinds = new()
    {
        ["lines"] = (ValueKind.Address, "address"),
        ["postCode"] = (ValueKind.Text, null),
        ["commune"] = (ValueKind.Text, "commune"),
        ["country"] = (ValueKind.Text, "country"),
        ["validFrom"] = (ValueKind.Date, "date"),
        ["validTo"] = (ValueKind.Date, "date"),
    };

    public static Expression? Compile(DocumentNode node, ExpressionCompiler compiler)
    {
        if (node.IsValue)
        {
            // Even a whole address goes through the parts, to find the commune's code.
            return compiler.Compile(node, ValueKind.Address, "address") is { } whole
                ? new AddressExpression(new Dictionary<string, Expression> { ["lines"] = whole })
                : null;
        }

        node.Only([.. AddressExpression.Parts, "french", "when", "unless"]);
        var french = node.Find("french");
        if (french is not null and not { Text: "yes" or "no" })
        {
            french.Unknown("word", french.Text ?? "", ["yes", "no"]);
        }

        var parts = new Dictionary<string, Expression>();
        foreach (var (name, value) in node.Entries().Where(e => AddressExpression.Parts.Contains(e.Name)))
        {
            var (kind, own) = Kinds.GetValueOrDefault(name, (ValueKind.Text, "trim"));
            if (compiler.Compile(value, kind, own) is { } part)
            {
                parts[name] = part;
            }
        }

        var address = new AddressExpression(parts, french?.Text != "no");
        return compiler.Guard(node) is { } guard ? new GuardedExpression(address, guard) : address;
    }
}
