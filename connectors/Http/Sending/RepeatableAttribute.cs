namespace IntegrationHub.Connectors.Http.Sending;

/// <summary>A POST or PATCH of a declarative interface that only reads, or that changes nothing the second time: it may be sent again after a cut.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RepeatableAttribute : Attribute;
