namespace IntegrationHub.Host.Web.Views;

/// <summary>A person's golden record on screen: each value with its why, the sources behind it, and what happened.</summary>
/// <param name="AskedId">The retired id that was asked for, when it was not the current one.</param>
public sealed record PersonView(
    string Id,
    string? AskedId,
    string Name,
    long Version,
    IReadOnlyList<GoldenLine> Lines,
    IReadOnlyList<PersonSource> Sources,
    IReadOnlyList<PersonEvent> Changes);
