namespace IntegrationHub.Tests.Storage.SqlServer;

/// <summary>Compares a text with the approved file beside it; where they differ the received text is written next to it, to be looked at and renamed.</summary>
internal static class Approval
{
    public static void Check(string name, string received)
    {
        var folder = Path.Combine(Root(), "tests", "Storage", "Approved");
        var approved = Path.Combine(folder, name + ".approved.sql");
        var text = received.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (File.Exists(approved) && File.ReadAllText(approved) == text)
        {
            return;
        }

        var path = Path.Combine(folder, name + ".received.sql");
        File.WriteAllText(path, text);
        Assert.Fail($"the SQL differs from {name}.approved.sql: compare it with {name}.received.sql and, when the change is meant, rename that file");
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "IntegrationHub.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests must run inside the checkout");
        }

        return folder;
    }
}
