namespace IntegrationHub.Host.Web.Views;

/// <summary>What was typed into the search form, as typed.</summary>
public sealed record SearchQuery(string? Name = null, string? Given = null, string? Birth = null)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Given) && string.IsNullOrWhiteSpace(Birth);
}
