using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mappings.Engine;
using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Tests.Mappings;

/// <summary>Compiles a document that must be right, and maps JSON texts with it.</summary>
internal static class Mapped
{
    public static readonly DateTimeOffset Received = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    public static CompiledMapping Mapping(string yaml)
    {
        var result = MappingCompiler.Compile(yaml, "test.yaml");
        Assert.Empty(result.Errors);
        return result.Mapping!;
    }

    public static MappedRecord By(string yaml, string json) => By(Mapping(yaml), Encoding.UTF8.GetBytes(json));

    public static MappedRecord By(string yaml, JsonObject json) => By(yaml, json.ToJsonString());

    public static MappedRecord By(CompiledMapping mapping, byte[] body) =>
        mapping.Map("test", new SourceRecord { Key = "k1", Version = new RecordVersion(1), Body = body }, Received);

    public static string[] Codes(this MappedRecord record) => [.. record.Issues.Select(i => $"{i.Attribute} {i.Code} {i.Column}".TrimEnd())];
}
