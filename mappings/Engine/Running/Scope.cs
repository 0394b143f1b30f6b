namespace IntegrationHub.Mappings.Engine.Running;

/// <summary>Where an expression reads: the record, and inside a `forEach` the item at hand.</summary>
internal readonly record struct Scope(Row Item, Row Record);
