using IntegrationHub.Connectors.Files.Reading;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files;

/// <summary>How files of one kind are read.</summary>
internal abstract class FileFormat
{
    /// <summary>As set for the connection.</summary>
    public abstract TextEncoding Encoding { get; }

    /// <param name="path">The file.</param>
    /// <param name="facts">From the scan.</param>
    /// <param name="offset">Byte where to start; 0 for the first row.</param>
    /// <param name="lines">Lines before that.</param>
    /// <exception cref="FileRefusedException">The file as a whole cannot be read.</exception>
    public abstract RowReader Open(string path, FileFacts facts, long offset, long lines);

    /// <summary>Column names, where the file says them.</summary>
    public abstract IReadOnlyList<string> Columns(string path, FileFacts facts);
}
