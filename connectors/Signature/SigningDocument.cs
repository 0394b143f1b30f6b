namespace IntegrationHub.Connectors.Signature;

/// <summary>The file that is to be signed.</summary>
internal static class SigningDocument
{
    public const string MediaType = "application/pdf";

    /// <exception cref="Http.Sending.HttpFailureException">Denied: it cannot be read.</exception>
    public static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Refusals.Stop("document.unreadable", "The document to be signed cannot be read: check its path and that the hub may read it.");
        }
    }
}
