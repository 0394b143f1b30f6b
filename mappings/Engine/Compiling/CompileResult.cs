using IntegrationHub.Mappings.Engine.Checking;
using IntegrationHub.Mappings.Engine.Documents;
using IntegrationHub.Mappings.Engine.Outgoing;

namespace IntegrationHub.Mappings.Engine.Compiling;

/// <summary>A compiled document, or everything that is wrong with it.</summary>
/// <param name="Mapping">Null when there are errors, or the document only maps outwards.</param>
/// <param name="Outgoing">Null when the document has no `outgoing:`.</param>
/// <param name="Examples">The document's own examples.</param>
/// <param name="Errors">In the order of lines.</param>
public sealed record CompileResult(CompiledMapping? Mapping, OutgoingMapping? Outgoing, IReadOnlyList<MappingExample> Examples, IReadOnlyList<MappingError> Errors)
{
    public bool Succeeded => Errors.Count == 0;
}
