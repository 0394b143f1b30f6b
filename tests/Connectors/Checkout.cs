namespace IntegrationHub.Tests.Connectors;

/// <summary>Files of the checkout the tests run in.</summary>
internal static class Checkout
{
    public static string File(string path)
    {
        var folder = AppContext.BaseDirectory;
        while (!System.IO.File.Exists(Path.Combine(folder, "IntegrationHub.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests must run inside the checkout");
        }

        return Path.Combine(folder, path);
    }
}
