using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Privacy;
using IntegrationHub.Connectors.Files.Reading;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files.Xml;

internal sealed class XmlFormat(XmlFileSettings settings, ForbiddenFields forbidden) : FileFormat
{
    public override TextEncoding Encoding => settings.Encoding;

    public override RowReader Open(string path, FileFacts facts, long offset, long lines)
    {
        if (settings.Key.FirstOrDefault(key => key.Split('.').Any(forbidden.Names)) is { } key)
        {
            throw new FileRefusedException("xml.key-forbidden", $"The field \"{key}\" is forbidden on this connection, so it cannot be a key: choose another, or none.", FailureKind.Denied);
        }

        var reader = new XmlRecordReader(path, facts, settings, forbidden);
        try
        {
            while (reader.Offset < offset && reader.Read())
            {
                continue;
            }
        }
        catch
        {
            reader.Dispose();
            throw;
        }

        return reader;
    }

    public override IReadOnlyList<string> Columns(string path, FileFacts facts) => [];
}
