using IntegrationHub.Connectors.Files;
using IntegrationHub.Connectors.Files.Reading;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Finance.Pes;

internal sealed class PesFormat(PesSettings settings) : FileFormat
{
    public override TextEncoding Encoding => TextEncoding.Auto;

    public override RowReader Open(string path, FileFacts facts, long offset, long lines)
    {
        if (settings.Key.Count > 0)
        {
            throw new FileRefusedException("pes.key", "A PES file's key is its own (IdColl, CodBud, RefTiers): leave \"key\" out of the connection.", Abstractions.FailureKind.Denied);
        }

        var pieces = PesPieces.Read(path, facts, settings.MaxRecordBytes);
        var reader = new PesRowReader(path, facts, settings.MaxRecordBytes, pieces);
        while (reader.Offset < offset && reader.Read())
        {
            continue;
        }

        return reader;
    }

    public override IReadOnlyList<string> Columns(string path, FileFacts facts) => [];
}
