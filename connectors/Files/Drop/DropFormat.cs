namespace IntegrationHub.Connectors.Files.Drop;

/// <summary>Form of a dropped file.</summary>
public enum DropFormat
{
    /// <summary>One line a record: id, version, deleted, then the columns of the settings.</summary>
    Csv,

    /// <summary>One JSON object a line: id, version, deleted, fields.</summary>
    Json,
}
