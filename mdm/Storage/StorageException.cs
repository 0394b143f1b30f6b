namespace IntegrationHub.Mdm.Storage;

/// <summary>The storage cannot be opened; the message says what to do.</summary>
public sealed class StorageException : Exception
{
    public StorageException() { }

    public StorageException(string message) : base(message) { }

    public StorageException(string message, Exception innerException) : base(message, innerException) { }
}
