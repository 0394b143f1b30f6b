namespace IntegrationHub.Hub.Writing;

/// <summary>This node does not write now. Nothing was written; the work may be given to the active node, or again later.</summary>
public sealed class WriterUnavailableException : Exception
{
    public WriterUnavailableException() : base("another node writes to the registry: give the work to that one, or again once this node has taken over") { }

    public WriterUnavailableException(string message) : base(message) { }

    public WriterUnavailableException(string message, Exception innerException) : base(message, innerException) { }
}
