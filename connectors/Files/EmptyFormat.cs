using IntegrationHub.Connectors.Files.Reading;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files;

/// <summary>A file without a byte of content: no rows, and nothing wrong with it.</summary>
internal sealed class EmptyFormat : FileFormat
{
    public override TextEncoding Encoding => TextEncoding.Auto;

    public override RowReader Open(string path, FileFacts facts, long offset, long lines) => new NoRows();

    public override IReadOnlyList<string> Columns(string path, FileFacts facts) => [];

    private sealed class NoRows : RowReader
    {
        public override bool Read() => false;

        protected override void Dispose(bool disposing)
        {
            // Nothing is held.
        }
    }
}
