namespace IntegrationHub.Host.Web.Views;

/// <summary>A person found by a search.</summary>
public sealed record FoundLine(string Id, string Name, string? BirthName, string? Birth, string? Address, int Sources);
