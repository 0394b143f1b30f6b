using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Tests.Conformance;

/// <summary>A system that fails in one way.</summary>
/// <param name="Name">What is wrong: <c>wrong password</c>.</param>
/// <param name="Settings">Settings that meet it.</param>
/// <param name="Expected">The failure it must end in.</param>
public sealed record Trouble(string Name, object Settings, FailureKind Expected)
{
    /// <summary>Makes the system fail, where the settings alone do not.</summary>
    public Action? Meet { get; init; }

    /// <summary>Makes it work again.</summary>
    public Action? Leave { get; init; }
}
