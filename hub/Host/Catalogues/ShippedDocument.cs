using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Connectors.Abstractions.Documents;

namespace IntegrationHub.Host.Catalogues;

/// <summary>A connection document that ships: a whole system for the declarative connector, to copy and correct.</summary>
/// <param name="Name">Of the system.</param>
/// <param name="Mapping">Its mapping of the catalogue.</param>
/// <param name="Schedule">How often it is read.</param>
/// <param name="Writes">It says how a record is written, too.</param>
/// <param name="Notes">Its own first lines, in English: what it is, what to replace, what was not checked.</param>
public sealed record ShippedDocument(string Name, string Mapping, PollSchedule Schedule, bool Writes, string Notes)
{
    private const string Folder = "systems/";

    /// <summary>Every document of this build, in name order.</summary>
    public static IReadOnlyList<ShippedDocument> All { get; } =
    [
        .. typeof(ShippedDocument).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read),
    ];

    private static ShippedDocument Read(string resource)
    {
        using var stream = typeof(ShippedDocument).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        var document = ConnectionDocument.Read(YamlDocument.Parse(text, resource));
        var notes = text.Split('\n').TakeWhile(line => line.StartsWith('#')).Select(line => line.TrimStart('#').Trim());
        var writes = document.Settings is DocumentNode.Map settings && settings["write"] is not null;
        return new ShippedDocument(resource[Folder.Length..^".yaml".Length], document.Mapping ?? document.Name, document.Schedule, writes, string.Join(' ', notes));
    }
}
