using System.Text.Json.Nodes;

namespace IntegrationHub.Mappings.Engine.Checking;

/// <summary>An example of a document: a record of the source and what the mapping must make of it.</summary>
/// <param name="Name">One line that says what it shows.</param>
/// <param name="Outgoing">True for a golden citizen on its way out.</param>
/// <param name="Line">Where it stands in the document.</param>
public sealed record MappingExample(string Name, bool Outgoing, int Line, JsonObject Record, JsonObject Gives);
