namespace IntegrationHub.Connectors.Abstractions;

/// <summary>Names a connector of a third party's assembly, and the contract version it was built against. One attribute for each connector; nothing else of the assembly is looked at.</summary>
/// <param name="connector">A <see cref="Connector"/> with a public constructor without parameters.</param>
/// <param name="contract">The version of these contracts, as <see cref="Version"/> was then: <c>1.0</c>.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ConnectorPluginAttribute(Type connector, string contract) : Attribute
{
    /// <summary>The version of the contracts in this build. The first number grows when a connector must change, the second when it may.</summary>
    public const string Version = "1.1";

    public Type Connector => connector;

    public string Contract => contract;

    /// <summary>True when a connector built against this version works with this build.</summary>
    public bool Fits => System.Version.TryParse(contract, out var built) && System.Version.Parse(Version) is var here && built.Major == here.Major && built.Minor <= here.Minor;
}
