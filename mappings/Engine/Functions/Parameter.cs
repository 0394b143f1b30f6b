namespace IntegrationHub.Mappings.Engine.Functions;

/// <summary>A parameter of a function, given by place or by name: <c>split(";", at=2)</c>.</summary>
/// <param name="Words">The words it may be; empty when any text will do.</param>
public sealed record Parameter(string Name, string Summary, bool Required = false, params string[] Words);
