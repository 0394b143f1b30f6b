namespace IntegrationHub.Host.Web.Views;

/// <summary>The answer to a search; null lines before anything was asked.</summary>
/// <param name="Problem">Resource key of what cannot be searched for as typed.</param>
/// <param name="After">Where the next page starts; null on the last.</param>
public sealed record SearchView(SearchQuery Query, IReadOnlyList<FoundLine>? Lines, string? Problem, string? After);
