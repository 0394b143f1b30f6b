namespace IntegrationHub.Tests.Systems.Signature;

/// <summary>A document to be signed.</summary>
internal static class SigningFiles
{
    public static string Pdf { get; } = Make();

    private static string Make()
    {
        var path = Path.Combine(Path.GetTempPath(), $"convention-{Guid.NewGuid():n}.pdf");
        File.WriteAllText(path, "%PDF-1.4\n%%EOF\n");
        return path;
    }
}
