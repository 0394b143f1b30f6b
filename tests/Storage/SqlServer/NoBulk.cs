using IntegrationHub.Mdm.Storage.Writing;

namespace IntegrationHub.Tests.Storage.SqlServer;

/// <summary>Takes rows and drops them: the bulk writer's own texts are approved elsewhere.</summary>
internal sealed class NoBulk : BulkWriter
{
    public override void Begin(BulkTable table) { }

    public override void BeginUpdate(BulkTable table) { }

    public override void Integer(long? value) { }

    public override void Bytes(ReadOnlyMemory<byte>? value) { }

    public override void EndRow() { }

    public override void End() { }

    public override void Delete(string table, string column, IReadOnlyCollection<long> values) { }

    public override void Delete(string table, string first, string second, IReadOnlyCollection<(long First, long Second)> values) { }

    public override void Copy(BulkTable from, BulkTable to, string column, IReadOnlyCollection<long> values) { }

    public override void Dispose() { }

    protected override void StoredTextValue(string? value) { }
}
