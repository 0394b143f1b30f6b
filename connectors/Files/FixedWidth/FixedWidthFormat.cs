using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Connectors.Abstractions.Privacy;
using IntegrationHub.Connectors.Files.Reading;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files.FixedWidth;

internal sealed class FixedWidthFormat(FixedWidthSettings settings, ForbiddenFields forbidden) : FileFormat
{
    public override TextEncoding Encoding => settings.Encoding;

    public override RowReader Open(string path, FileFacts facts, long offset, long lines) =>
        new FixedRowReader(path, facts, Layout(), settings, forbidden, offset, lines);

    public override IReadOnlyList<string> Columns(string path, FileFacts facts) => [.. Layout().Fields.Select(field => field.Name)];

    private FixedLayout Layout()
    {
        var layout = FixedLayoutReader.Read(settings.Layout);
        foreach (var key in settings.Key)
        {
            var names = layout.Fields.Select(field => field.Name).ToList();
            if (!names.Contains(key))
            {
                var nearest = NearestWord.Of(key, names);
                throw new FileRefusedException("fixed.field-unknown", $"The layout has no field \"{key}\"" + (nearest is null ? ": check the connection's \"key\"." : $": did you mean \"{nearest}\"?"), FailureKind.Denied);
            }

            if (forbidden.Names(key))
            {
                throw new FileRefusedException("fixed.key-forbidden", $"The field \"{key}\" is forbidden on this connection, so it cannot be a key: choose another, or none.", FailureKind.Denied);
            }
        }

        return layout;
    }
}
