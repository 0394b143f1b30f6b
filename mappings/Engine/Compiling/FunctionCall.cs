namespace IntegrationHub.Mappings.Engine.Compiling;

/// <summary>A call as written: <c>phone(region=RE)</c>; arguments by place have no name.</summary>
internal sealed record FunctionCall(string Name, IReadOnlyList<(string? Name, string Value)> Arguments);
