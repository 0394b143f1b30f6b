namespace IntegrationHub.Connectors.Sandbox.Exports;

/// <summary>A file that a system of the town hall drops into a folder, beside the six the town's truth is told for.</summary>
/// <param name="Name">File name, or a folder's where there are many.</param>
/// <param name="Write">Writes it; the path is that of the name in the chosen folder.</param>
public sealed record TownExport(string Name, Action<string, Town.Town, CancellationToken> Write)
{
    /// <summary>Every export of this build, one line each.</summary>
    public static IReadOnlyList<TownExport> All { get; } =
    [
        new("courrier.txt", KofaxExport.Write),
        new("courrier.xml", KofaxXmlExport.Write),
        new("courriels", MailExport.Write),
        new("pes.xml", PesExport.Write),
        new("tiers.txt", FixedWidthExport.Write),
        new("tiers.sql", SqlExport.Write),
    ];

    public static TownExport Find(string name) => All.First(export => export.Name == name);

    /// <summary>Writes one export into a folder, which is made where it is missing.</summary>
    /// <returns>Path of what was written.</returns>
    public string WriteInto(string folder, Town.Town town, CancellationToken cancellationToken = default)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, Name);
        Write(path, town, cancellationToken);
        return path;
    }
}
