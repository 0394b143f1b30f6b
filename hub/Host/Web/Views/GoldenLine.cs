namespace IntegrationHub.Host.Web.Views;

/// <summary>A golden attribute with the reason for its value, already in words; null where no rule is recorded.</summary>
public sealed record GoldenLine(string Attribute, IReadOnlyList<string> Values, string? Why);
