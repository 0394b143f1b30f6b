namespace IntegrationHub.Tests.Systems;

internal static class Checkout
{
    /// <summary>A file of the repository.</summary>
    public static string File(params string[] parts)
    {
        var folder = AppContext.BaseDirectory;
        while (!System.IO.File.Exists(Path.Combine(folder, "IntegrationHub.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests must run inside the checkout");
        }

        return Path.Combine([folder, .. parts]);
    }
}
