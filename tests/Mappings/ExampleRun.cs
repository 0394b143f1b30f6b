using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Mappings.Engine.Documents;
using IntegrationHub.Mappings.Engine.Functions;
using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Tests.Mappings;

/// <summary>Runs a function the way a document does: from the bytes of a record, through the compiler.</summary>
internal static class ExampleRun
{
    public static (object? Value, IReadOnlyList<string> Codes) Of(MappingFunction function, string call, IReadOnlyList<string?> input)
    {
        var errors = new ErrorList("example.yaml");
        var tables = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["colours"] = new Dictionary<string, string> { ["r"] = "red", ["g"] = "green" },
        };
        var context = new CompileContext(errors, tables, new Dictionary<string, string>(), "example");
        var shape = new RowShape();
        var columns = function.Takes.HasFlag(ValueKind.Columns) && (input.Count > 1 || !function.Takes.HasFlag(ValueKind.Text));
        var from = columns ? $"[{string.Join(", ", input.Select((_, i) => $"c{i}"))}]" : "c0";
        var document = YamlText.Read($"from: {from}\ndo: '{call.Replace("'", "''", StringComparison.Ordinal)}'\n", errors)!;
        var expression = new ExpressionCompiler(context, new ColumnScope(shape, shape, null)).Any(document);
        Assert.Empty(errors.Errors);
        var body = columns
            ? new JsonObject(input.Select((t, i) => new KeyValuePair<string, JsonNode?>($"c{i}", t)))
            : new JsonObject { ["c0"] = input.Count == 1 ? input[0] : new JsonArray([.. input.Select(t => (JsonNode?)t)]) };
        var row = Row.Read(shape.Seal(), Encoding.UTF8.GetBytes(body.ToJsonString()));
        var attempt = new Attempt(Mapped.Received);
        return (expression!.Evaluate(new Scope(row, row), attempt), [.. attempt.Issues.Select(i => i.Code)]);
    }
}
