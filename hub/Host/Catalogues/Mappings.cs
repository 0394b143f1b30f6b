namespace IntegrationHub.Host.Catalogues;

/// <summary>The mapping documents that ship with the product, carried in the assembly.</summary>
public static class Mappings
{
    private const string Folder = "mappings/";

    /// <summary>In ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(Mappings).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^".yaml".Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <returns>The document's text, or null when none has this name.</returns>
    public static string? Find(string name)
    {
        using var stream = typeof(Mappings).Assembly.GetManifestResourceStream($"{Folder}{name}.yaml");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
