using IntegrationHub.Mappings.Engine.Documents;

namespace IntegrationHub.Mappings.Engine.Compiling;

/// <summary>What the compilers of one document share.</summary>
internal sealed record CompileContext(ErrorList Errors, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Tables, IReadOnlyDictionary<string, string> Attributes, string System);
