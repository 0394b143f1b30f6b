namespace IntegrationHub.Connectors.Abstractions.Settings;

/// <summary>Settings that are each right, but not together.</summary>
/// <param name="Path">The setting to change, below the settings record: <c>paging.next</c>.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
/// <param name="Nearest">The nearest valid word, where one is near.</param>
public sealed record SettingProblem(string Path, string Message, string? Nearest = null);
