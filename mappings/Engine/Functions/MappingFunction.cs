namespace IntegrationHub.Mappings.Engine.Functions;

/// <summary>One mapping function: what it is for, worked examples that are its tests and its page, and the code.</summary>
public sealed record MappingFunction
{
    public required string Name { get; init; }

    /// <summary>One sentence.</summary>
    public required string Summary { get; init; }

    public ValueKind Takes { get; init; } = ValueKind.Text;

    public ValueKind Gives { get; init; } = ValueKind.Text;

    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    public required IReadOnlyList<Example> Examples { get; init; }

    /// <summary>Called once, when a document is compiled; a wrong argument is told to <see cref="Arguments.Refuse"/>.</summary>
    public required Func<Arguments, Step> Bind { get; init; }
}
