namespace IntegrationHub.Host.Access;

/// <summary>Endpoint metadata: this door serves test keys, with invented people. Every other door is closed to them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InventedPeopleAttribute : Attribute
{
    public static InventedPeopleAttribute Instance { get; } = new();
}
