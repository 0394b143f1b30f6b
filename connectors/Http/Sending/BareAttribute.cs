namespace IntegrationHub.Connectors.Http.Sending;

/// <summary>A call of a declarative interface that goes without the connection's credentials: one that asks for them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BareAttribute : Attribute;
