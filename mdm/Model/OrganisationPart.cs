namespace IntegrationHub.Mdm.Model;

/// <summary>An organisation found in a source record, with its part key.</summary>
public sealed record OrganisationPart(string Part, Organisation Organisation);
