using System.Reflection;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Survivorship;

/// <summary>Which source survives for which attribute: a document, read once. Same policy, same parts, same golden record.</summary>
public sealed class SurvivorshipPolicy
{
    private const string FrenchFile = "survivorship-french.yaml";

    internal SurvivorshipPolicy(string name, IReadOnlySet<IdentityStatus> blocked, IReadOnlyList<AttributePolicy> attributes)
    {
        Name = name;
        Blocked = blocked;
        Groups = attributes;
    }

    public string Name { get; }

    /// <summary>Attribute groups in policy order.</summary>
    public IReadOnlyList<string> Attributes => [.. Groups.Select(group => group.Attribute)];

    /// <summary>Identity statuses whose parts stand only where nobody else does.</summary>
    public IReadOnlySet<IdentityStatus> Blocked { get; }

    internal IReadOnlyList<AttributePolicy> Groups { get; }

    /// <summary>Reads a policy document.</summary>
    /// <exception cref="FormatException">With file, line and the nearest valid word.</exception>
    public static SurvivorshipPolicy Parse(string yaml, string fileName) => new PolicyDocument(fileName).Read(yaml);

    /// <summary>The policy that ships: sound defaults for French town halls.</summary>
    public static SurvivorshipPolicy French()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(FrenchFile)!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd(), FrenchFile);
    }

    /// <summary>The same policy where these connections have the trust their settings say (0 to 100); what the document says of them stays.</summary>
    public SurvivorshipPolicy WithTrust(IReadOnlyDictionary<string, int> connections) => new(Name, Blocked, [.. Groups.Select(group => group with
    {
        Trust = group.Trust with
        {
            Connections = connections.Concat(group.Trust.Connections)
                .GroupBy(pair => pair.Key, StringComparer.Ordinal)
                .ToDictionary(pairs => pairs.Key, pairs => pairs.Last().Value, StringComparer.Ordinal),
        },
    })]);
}
