namespace IntegrationHub.Hub.Webhooks;

/// <summary>A subscription's host resolves to addresses that nothing allows it to reach.</summary>
public sealed class EgressRefusedException : Exception
{
    public EgressRefusedException()
        : base("the receiver's host resolves to a private address: add its network to the subscription's allowed networks if it is the town's own") { }

    public EgressRefusedException(string message) : base(message) { }

    public EgressRefusedException(string message, Exception innerException) : base(message, innerException) { }
}
