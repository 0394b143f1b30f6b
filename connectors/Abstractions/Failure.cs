namespace IntegrationHub.Connectors.Abstractions;

/// <summary>A failure as a value. Its text is for operators: no personal data, no secret.</summary>
/// <param name="Code">Stable code: <c>http.429</c>, <c>file.missing</c>.</param>
/// <param name="Detail">What happened and what to do next.</param>
public sealed record Failure(FailureKind Kind, string Code, string Detail)
{
    /// <summary>Earliest moment to try again, for <see cref="FailureKind.Throttled"/>.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The same in the words of the system's own users, and who mends it; null where <see cref="Detail"/> is all there is.</summary>
    public LocalText? Message { get; init; }

    /// <summary>What to show to a reader of this language.</summary>
    public string In(System.Globalization.CultureInfo culture) => Message?.In(culture) ?? Detail;
}
