using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Mappings.Engine.Outgoing;

namespace IntegrationHub.Mappings.Engine.Checking;

/// <summary>Compiles a document and runs its own examples: what `mappings check` does.</summary>
public static class MappingCheck
{
    /// <summary>Examples are mapped as if received on this day, so that they hold for ever.</summary>
    private static readonly DateTimeOffset Received = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    public static CheckReport RunFile(string path) => Run(MappingCompiler.CompileFile(path), Path.GetFileName(path));

    public static CheckReport Run(string text, string file, CompileOptions? options = null) => Run(MappingCompiler.Compile(text, file, options), file);

    private static CheckReport Run(CompileResult compiled, string file) => compiled.Succeeded
        ? new CheckReport(file, compiled.Mapping?.Name ?? compiled.Outgoing?.Name, [], [.. compiled.Examples.Select(e => Run(compiled, e))])
        : new CheckReport(file, null, compiled.Errors, []);

    private static ExampleOutcome Run(CompileResult compiled, MappingExample example)
    {
        if (example.Outgoing)
        {
            return compiled.Outgoing is { } outgoing
                ? new ExampleOutcome(example.Name, example.Line, [.. JsonDifference.Of(example.Gives, outgoing.Map(example.Record, Received).Target)])
                : new ExampleOutcome(example.Name, example.Line, ["the document has no `outgoing:`"]);
        }

        var record = new SourceRecord
        {
            Key = "example",
            Version = new RecordVersion(1),
            Body = Encoding.UTF8.GetBytes(example.Record.ToJsonString()),
        };
        var mapped = MappedJson.Of(compiled.Mapping!.Map("example", record, Received));
        return new ExampleOutcome(example.Name, example.Line, [.. JsonDifference.Of(example.Gives, mapped)]);
    }
}
