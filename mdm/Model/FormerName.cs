namespace IntegrationHub.Mdm.Model;

/// <summary>A name the citizen bore before: a change by court, a former marriage. Matched at full weight.</summary>
public sealed record FormerName(string? BirthName, IReadOnlyList<string> GivenNames, DateOnly? ValidTo);
