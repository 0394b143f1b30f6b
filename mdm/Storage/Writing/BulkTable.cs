namespace IntegrationHub.Mdm.Storage.Writing;

/// <summary>A table as the bulk writers see it: its columns in the order in which rows give their values.</summary>
internal sealed record BulkTable(string Name, params BulkColumn[] Columns)
{
    public override string ToString() => Name;
}
