namespace IntegrationHub.Connectors.Abstractions;

/// <summary>One depth checked.</summary>
/// <param name="Failure">Null when it passed.</param>
public sealed record CheckResult(CheckDepth Depth, Failure? Failure)
{
    public bool Passed => Failure is null;

    public static CheckResult Pass(CheckDepth depth) => new(depth, null);
}
