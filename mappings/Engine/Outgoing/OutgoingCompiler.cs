using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Mappings.Engine.Documents;
using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Outgoing;

/// <summary>Compiles `outgoing:`: target fields, nested as the target wants them, each from attributes of a golden citizen.</summary>
internal static class OutgoingCompiler
{
    /// <summary>What a field may read.</summary>
    private static readonly string[] Known =
    [
        "id", "version", "birthName", "usageName", "givenNames", "usedGivenName", "sex", "birthDate",
        "birthPlace.commune", "birthPlace.label", "birthPlace.country", "email", "emails", "phone", "phones",
        "address.houseNumber", "address.street", "address.complement", "address.postCode", "address.city", "address.commune", "address.country",
        "deceased", "death.date", "death.place", "consents", "verification", "status", "identifiers",
    ];

    public static OutgoingMapping Compile(DocumentNode node, string name, CompileContext context)
    {
        var shape = new RowShape();
        var compiler = new ExpressionCompiler(context, new ColumnScope(shape, shape, (string[])[.. Known, .. context.Attributes.Keys.Select(a => $"extra.{a}")]));
        var fields = Fields(node, compiler);
        return new OutgoingMapping(shape.Seal(), fields) { Name = name };
    }

    private static List<OutgoingField> Fields(DocumentNode node, ExpressionCompiler compiler)
    {
        var fields = new List<OutgoingField>();
        foreach (var (name, value) in node.Entries())
        {
            if (!value.IsValue)
            {
                fields.Add(new OutgoingField(name, value.Path ?? name, null, Fields(value, compiler)));
            }
            else if (compiler.Any(value) is { } compiled)
            {
                fields.Add(new OutgoingField(name, value.Path ?? name, compiled, []));
            }
        }

        return fields;
    }
}
