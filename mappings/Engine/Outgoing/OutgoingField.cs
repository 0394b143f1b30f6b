using IntegrationHub.Mappings.Engine.Expressions;

namespace IntegrationHub.Mappings.Engine.Outgoing;

/// <summary>A field of the target object: a value, or a group of fields.</summary>
internal sealed record OutgoingField(string Name, string Path, Expression? Value, IReadOnlyList<OutgoingField> Fields);
