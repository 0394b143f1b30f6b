namespace IntegrationHub.Host.Access;

/// <summary>Endpoint metadata: the operation this door performs.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class OperationAttribute(Operation operation) : Attribute
{
    public Operation Operation => operation;
}
