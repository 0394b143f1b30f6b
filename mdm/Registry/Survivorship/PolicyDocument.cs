using System.Globalization;
using IntegrationHub.Mdm.Model;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace IntegrationHub.Mdm.Registry.Survivorship;

/// <summary>Reads a survivorship policy; every error names file, line and the nearest valid word.</summary>
internal sealed class PolicyDocument(string fileName)
{
    private static readonly string[] Keys = ["policy", "blockedStatuses", "trust", "rules", "attributes"];
    private static readonly string[] TrustKeys = ["default", "decayPerYear", "connections"];
    private static readonly string[] GroupKeys = ["rules", "trust"];
    private static readonly string[] Statuses = [.. Enum.GetNames<IdentityStatus>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])];
    private static readonly string[] RuleNames = [.. SurvivorshipRules.All.Select(rule => rule.Name)];
    private static readonly string[] GroupNames = [.. SurvivingAttributes.All.Select(attribute => attribute.Name), SurvivingAttributes.Extra];

    public SurvivorshipPolicy Read(string yaml)
    {
        var root = Map(Load(yaml), "a policy", Keys);
        var name = root.TryGetValue("policy", out var named) ? Text(named.Value) : throw Error(new Mark(0, 1, 1), "a policy needs its name: policy: NAME");
        var blocked = root.TryGetValue("blockedStatuses", out var statuses)
            ? Items(statuses.Value).Select(node => Enum.Parse<IdentityStatus>(Word(node, "status", Statuses), ignoreCase: true)).ToHashSet()
            : [];
        var trust = root.TryGetValue("trust", out var trusted) ? Trust(trusted.Value, null) : new SourceTrust(50, 0, new Dictionary<string, int>(StringComparer.Ordinal));
        var rules = root.TryGetValue("rules", out var chain) ? Rules(chain.Value) : SurvivorshipRules.All;
        var groups = new List<AttributePolicy>();
        foreach (var (attribute, (key, node)) in root.TryGetValue("attributes", out var attributes) ? Map(attributes.Value, "attributes", GroupNames) : [])
        {
            groups.Add(node is YamlMappingNode
                ? Group(attribute, Map(node, attribute, GroupKeys), rules, trust)
                : new AttributePolicy(attribute, IsEmpty(node) ? rules : Rules(node), trust));
        }

        groups.AddRange(GroupNames.Except(groups.Select(group => group.Attribute), StringComparer.Ordinal).Select(group => new AttributePolicy(group, rules, trust)));
        return new SurvivorshipPolicy(name, blocked, groups);
    }

    private AttributePolicy Group(string attribute, Dictionary<string, (YamlNode Key, YamlNode Value)> map, IReadOnlyList<SurvivorshipRule> rules, SourceTrust trust) => new(
        attribute,
        map.TryGetValue("rules", out var own) ? Rules(own.Value) : rules,
        map.TryGetValue("trust", out var points) ? Trust(points.Value, trust) : trust);

    private SourceTrust Trust(YamlNode node, SourceTrust? above)
    {
        var map = Map(node, "trust", TrustKeys);
        var connections = new Dictionary<string, int>(above?.Connections ?? new Dictionary<string, int>(), StringComparer.Ordinal);
        foreach (var (connection, pair) in map.TryGetValue("connections", out var named) ? Map(named.Value, "connections", null) : [])
        {
            connections[connection] = Number(pair.Value);
        }

        return new SourceTrust(
            map.TryGetValue("default", out var usual) ? Number(usual.Value) : above?.Default ?? 50,
            map.TryGetValue("decayPerYear", out var decay) ? Number(decay.Value) : above?.DecayPerYear ?? 0,
            connections);
    }

    private List<SurvivorshipRule> Rules(YamlNode node)
    {
        var rules = new List<SurvivorshipRule>();
        foreach (var item in Items(node))
        {
            var rule = SurvivorshipRules.All.First(known => known.Name == Word(item, "rule", RuleNames));
            if (rules.Contains(rule))
            {
                throw Error(item.Start, $"rule '{rule.Name}' stands twice");
            }

            rules.Add(rule);
        }

        return rules;
    }

    private YamlNode Load(string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException e)
        {
            throw new FormatException($"{fileName}:{e.Start.Line}: not YAML: {e.InnerException?.Message ?? e.Message}", e);
        }

        return stream.Documents.Count == 1 ? stream.Documents[0].RootNode : throw Error(new Mark(0, 1, 1), "expected one document");
    }

    private Dictionary<string, (YamlNode Key, YamlNode Value)> Map(YamlNode node, string what, IReadOnlyList<string>? valid)
    {
        var map = new Dictionary<string, (YamlNode, YamlNode)>(StringComparer.Ordinal);
        foreach (var (key, value) in node as YamlMappingNode ?? throw Error(node.Start, $"{what} must be a mapping of names to values"))
        {
            var name = valid is null ? Text(key) : Word(key, "key", valid);
            if (!map.TryAdd(name, (key, value)))
            {
                throw Error(key.Start, $"'{name}' stands twice");
            }
        }

        return map;
    }

    private IEnumerable<YamlNode> Items(YamlNode node) => node as YamlSequenceNode ?? throw Error(node.Start, "expected a list: [a, b]");

    private string Word(YamlNode node, string what, IReadOnlyList<string> valid)
    {
        var word = Text(node);
        return valid.Contains(word, StringComparer.Ordinal)
            ? word
            : throw Error(node.Start, $"unknown {what} '{word}'; did you mean '{NearestWord.Of(word, valid)}'?");
    }

    private string Text(YamlNode node) => node is YamlScalarNode { Value: { Length: > 0 } text } ? text : throw Error(node.Start, "expected a word");

    private int Number(YamlNode node) => int.TryParse(Text(node), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 100
        ? number
        : throw Error(node.Start, $"'{Text(node)}' is not a whole number from 0 to 100");

    private static bool IsEmpty(YamlNode node) => node is YamlScalarNode { Value: null or "" };

    private FormatException Error(Mark at, string message) => new($"{fileName}:{at.Line}: {message}");
}
