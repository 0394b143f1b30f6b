using IntegrationHub.Mappings.Engine.Documents;
using IntegrationHub.Mappings.Engine.Functions;
using IntegrationHub.Mappings.Engine.Outgoing;
using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Compiling;

/// <summary>Compiles mapping documents. All errors are collected; each names file, line, attribute and the nearest valid word.</summary>
public static class MappingCompiler
{
    private static readonly string[] Words =
        ["mapping", "title", "system", "record", "columns", "attributes", "tables", "citizen", "citizens", "organisation", "organisations", "relationships", "linkedItems", "outgoing", "examples"];

    /// <param name="file">Name used in errors.</param>
    public static CompileResult Compile(string text, string file = "mapping.yaml", CompileOptions? options = null)
    {
        var errors = new ErrorList(file);
        return YamlText.Read(text, errors) is { } document
            ? Compile(document, errors, options ?? new CompileOptions())
            : new CompileResult(null, null, [], errors.Errors);
    }

    /// <summary>Compiles a file; its lookup tables are read beside it.</summary>
    public static CompileResult CompileFile(string path, CompileOptions? options = null)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        options ??= new CompileOptions();
        return Compile(File.ReadAllText(path), Path.GetFileName(path), options with
        {
            ReadFile = name => File.Exists(Path.Combine(folder, name)) ? File.ReadAllText(Path.Combine(folder, name)) : null,
        });
    }

    private static CompileResult Compile(DocumentNode document, ErrorList errors, CompileOptions options)
    {
        document.Only(Words);
        var name = document.Find("mapping")?.Text;
        if (name is null)
        {
            errors.Add(1, "mapping", "needs a name: `mapping: crm`");
        }

        var context = new CompileContext(errors, TableReader.Read(document.Find("tables"), options), Declared(document), document.Find("system")?.Text ?? name ?? "");
        var shape = new RowShape();
        var known = document.Find("columns")?.Items.Select(i => i.Text ?? "").ToHashSet() ?? options.Columns;
        var sections = new SectionCompiler(document, context, new ColumnScope(shape, shape, known));
        var (citizens, organisations) = (sections.Citizens(), sections.Organisations());
        var (relationships, items) = (sections.Relationships(), sections.LinkedItems());
        var record = document.Find("record");
        record?.Only("key", "changedAt");
        var expressions = new ExpressionCompiler(context, new ColumnScope(shape, shape, known));
        var changedAt = record?.Find("changedAt") is { } changed ? expressions.Compile(changed, ValueKind.Instant, "instant") : null;
        var outgoing = document.Find("outgoing") is { } outwards ? OutgoingCompiler.Compile(outwards, name ?? "", context) : null;
        if (citizens.Count + organisations.Count + items.Count == 0 && outgoing is null)
        {
            errors.Add(1, null, "maps nothing: it needs `citizen:`, `organisation:`, `linkedItems:` or `outgoing:`");
        }

        var examples = ExampleReader.Read(document.Find("examples"));
        if (errors.Errors.Count > 0)
        {
            return new CompileResult(null, null, examples, [.. errors.Errors.OrderBy(e => e.Line)]);
        }

        var plan = new MappingPlan(shape.Seal(), citizens, organisations, relationships, items, changedAt);
        var mapping = new CompiledMapping(plan) { Name = name!, Title = document.Find("title")?.Text, KeyColumn = record?.Find("key")?.Text };
        return new CompileResult(mapping, outgoing, examples, []);
    }

    private static Dictionary<string, string> Declared(DocumentNode document)
    {
        var declared = new Dictionary<string, string>();
        foreach (var (name, type) in document.Find("attributes")?.Entries() ?? [])
        {
            if (ExtraTypes.Known.ContainsKey(type.Text ?? ""))
            {
                declared[name] = type.Text!;
            }
            else
            {
                type.Unknown("type", type.Text ?? "", [.. ExtraTypes.Known.Keys]);
                declared[name] = "text";
            }
        }

        return declared;
    }
}
