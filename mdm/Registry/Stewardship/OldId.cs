using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Stewardship;

/// <summary>An id of an existing customer base and a source part of the person it stands for.</summary>
public sealed record OldId(string Id, PartKey Part);
