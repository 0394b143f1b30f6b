namespace IntegrationHub.Connectors.Files.FixedWidth;

/// <summary>Lines told by what stands in some columns: <c>{ "1-2": ["20", "21"] }</c>.</summary>
internal sealed record LineKind(FixedField Where, IReadOnlyList<string> Words)
{
    public bool Matches(string line) => Words.Contains(Where.Cut(line), StringComparer.Ordinal);
}
