namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>This writer's epoch is over: another node took the registry over. Stop writing and rebuild.</summary>
public sealed class FencedException : Exception
{
    public FencedException() : base("another node has taken the registry over; this one must stop writing") { }

    public FencedException(string message) : base(message) { }

    public FencedException(string message, Exception innerException) : base(message, innerException) { }
}
