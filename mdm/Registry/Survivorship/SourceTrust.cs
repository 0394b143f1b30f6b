namespace IntegrationHub.Mdm.Registry.Survivorship;

/// <summary>How far a connection is trusted for an attribute group, and how fast its word ages.</summary>
/// <param name="Default">Points of a connection nobody named, 0 to 100.</param>
/// <param name="DecayPerYear">Points lost per full year behind the newest statement.</param>
/// <param name="Connections">Points by connection.</param>
internal sealed record SourceTrust(int Default, int DecayPerYear, IReadOnlyDictionary<string, int> Connections)
{
    public int Of(string connection) => Connections.GetValueOrDefault(connection, Default);
}
