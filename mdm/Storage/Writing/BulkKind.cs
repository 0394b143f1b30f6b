namespace IntegrationHub.Mdm.Storage.Writing;

/// <summary>The three kinds of values the registry stores: every provider has them and treats them alike.</summary>
internal enum BulkKind
{
    Integer,
    Text,
    Bytes,
}
