namespace IntegrationHub.Mdm.Storage.Writing;

/// <summary>A column of a <see cref="BulkTable"/>.</summary>
internal readonly record struct BulkColumn(string Name, BulkKind Kind);
