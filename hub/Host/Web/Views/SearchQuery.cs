namespace IntegrationHub.Host.Web.Views;

/// <summary>What was typed into the search form, as typed.</summary>
public sealed record SearchQuery(string? Name = null, string? Given = null, string? Birth = null)
{
    /// <summary>True also for signs alone, which no name begins with and which would list everybody.</summary>
    public bool IsEmpty => new[] { Name, Given, Birth }.All(typed => typed is null || !typed.Any(char.IsLetterOrDigit));
}
