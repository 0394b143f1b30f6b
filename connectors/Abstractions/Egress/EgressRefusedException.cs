namespace IntegrationHub.Connectors.Abstractions.Egress;

/// <summary>A host resolves to addresses that nothing allows the hub to reach.</summary>
public sealed class EgressRefusedException : Exception
{
    public EgressRefusedException()
        : base("the host resolves to a private address: add its network to the allowed networks if it is the town's own") { }

    public EgressRefusedException(string message) : base(message) { }

    public EgressRefusedException(string message, Exception innerException) : base(message, innerException) { }
}
