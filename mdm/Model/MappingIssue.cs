namespace IntegrationHub.Mdm.Model;

/// <summary>An attribute that could not be mapped. It names the place and the rule, never the value.</summary>
/// <param name="Attribute">Path in the target: <c>citizen.birthDate</c>.</param>
/// <param name="Code">Stable code: <c>date.impossible</c>.</param>
/// <param name="Column">The source's column, where one is to blame.</param>
public sealed record MappingIssue(string Attribute, string Code, string? Column);
