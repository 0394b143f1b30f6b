using IntegrationHub.Mappings.Engine.Functions;

namespace IntegrationHub.Mappings.Engine.Targets;

/// <summary>An attribute that is one value: its kind, and the function a bare column goes through.</summary>
internal sealed record SimpleAttribute<TDraft>(string Name, ValueKind Kind, string Own, Action<TDraft, object> Set);
