namespace IntegrationHub.Connectors.Abstractions.Privacy;

/// <summary>A stretch of a JSON text to take out, from <paramref name="Start"/> up to but without <paramref name="End"/>.</summary>
/// <param name="Replacement">What stands there instead; null for a whole property, whose comma goes with it.</param>
internal readonly record struct JsonCut(int Start, int End, byte[]? Replacement)
{
    public static JsonCut Property(int start, int end) => new(start, end, null);

    public static JsonCut Replace(int start, int end, byte[] replacement) => new(start, end, replacement);
}
