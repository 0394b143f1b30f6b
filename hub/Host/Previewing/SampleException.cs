namespace IntegrationHub.Host.Previewing;

/// <summary>A sample cannot be used.</summary>
/// <param name="word">What was written.</param>
/// <param name="nearest">The word that was probably meant; null when none is near, or it is no NAME=VALUE at all.</param>
public sealed class SampleException(string word, string? nearest) : Exception($"the sample value \"{word}\" cannot be used")
{
    public string Word => word;

    public string? Nearest => nearest;
}
