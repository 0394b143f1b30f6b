using IntegrationHub.Mdm.Storage.Schema;

namespace IntegrationHub.Mdm.Storage.Writing;

/// <summary>Writes one page in the open transaction: the state row first, under its condition, then everything in the order of <see cref="RegistryCommit"/>.</summary>
internal static class PageWriter
{
    public static void Write(RegistryCommit commit, RegistryContext context, BulkWriter bulk, CancellationToken cancellationToken)
    {
        var page = new PageScope(commit, context, bulk, cancellationToken);
        StateWriter.Advance(page);
        ErasureWriter.Write(page);
        RecordWriter.Write(page);
        PartWriter.Write(page);
        PairWriter.Write(page);
        cancellationToken.ThrowIfCancellationRequested();
        GoldenWriter.Write(page);
        StewardWriter.Write(page);
        RunWriter.Write(page);
        page.Connections.Write(bulk);
    }
}
