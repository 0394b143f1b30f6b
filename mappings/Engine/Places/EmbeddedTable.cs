namespace IntegrationHub.Mappings.Engine.Places;

/// <summary>The small tables that ship inside the assembly.</summary>
internal static class EmbeddedTable
{
    public static IEnumerable<string[]> Rows(string name)
    {
        using var reader = new StreamReader(typeof(EmbeddedTable).Assembly.GetManifestResourceStream(name)!);
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split(';');
        }
    }
}
