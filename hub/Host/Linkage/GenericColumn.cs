namespace IntegrationHub.Host.Linkage;

/// <summary>A column no citizen has a place for, and how the matcher compares it.</summary>
/// <param name="Column">As the file names it.</param>
/// <param name="Kind">How.</param>
/// <param name="Field">The matcher's field that carries it: <c>text1</c>, <c>code2</c>.</param>
public sealed record GenericColumn(string Column, GenericKind Kind, string Field);
