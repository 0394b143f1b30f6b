namespace IntegrationHub.Mappings.Engine.Functions;

/// <summary>A worked example: what a call makes of an input.</summary>
/// <param name="Call">As written in a document: <c>phone(region=RE)</c>.</param>
/// <param name="Input">A text, or several columns with null for a blank one.</param>
/// <param name="Gives">The result as <see cref="ValueText"/> shows it; null for nothing.</param>
/// <param name="Issue">Code of the issue it raises, if any.</param>
public sealed record Example(string Call, IReadOnlyList<string?> Input, string? Gives, string? Issue = null)
{
    public Example(string call, string input, string? gives, string? issue = null) : this(call, [input], gives, issue) { }
}
