using IntegrationHub.Mappings.Engine.Documents;
using IntegrationHub.Mappings.Engine.Functions;
using IntegrationHub.Mappings.Engine.Running;
using IntegrationHub.Mappings.Engine.Targets;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mappings.Engine.Compiling;

/// <summary>Compiles the sections of a document.</summary>
internal sealed class SectionCompiler(DocumentNode document, CompileContext context, ColumnScope columns)
{
    private readonly List<string> names = [];

    public IReadOnlyList<CitizenSection> Citizens() => [.. Named("citizen", "citizens", "").Select(s => Citizen(s.Name, s.PartKey, s.Node))];

    public IReadOnlyList<OrganisationSection> Organisations() =>
        [.. Named("organisation", "organisations", "organisation").Select(s => Organisation(s.Name, s.PartKey, s.Node))];

    public IReadOnlyList<RelationshipSection> Relationships() =>
        [.. (document.Find("relationships")?.Items ?? []).Select(Relationship).OfType<RelationshipSection>()];

    public IReadOnlyList<LinkedItemSection> LinkedItems() =>
        [.. (document.Find("linkedItems")?.Items ?? []).Select(LinkedItem).OfType<LinkedItemSection>()];

    private IEnumerable<(string Name, string PartKey, DocumentNode Node)> Named(string one, string several, string partKey)
    {
        if (document.Find(one) is { } only)
        {
            names.Add(one);
            yield return (one, partKey, only);
        }

        foreach (var (name, node) in document.Find(several)?.Entries() ?? [])
        {
            if (names.Contains(name))
            {
                node.Refuse("two sections bear this name");
            }

            names.Add(name);
            yield return (name, name, node);
        }
    }

    private CitizenSection Citizen(string name, string partKey, DocumentNode node)
    {
        node.Only([.. SectionHeader.Words, "unnamed", .. CitizenAttributes.Simple.Select(a => a.Name), .. CitizenAttributes.Composed]);
        var header = SectionHeader.Compile(node, name, partKey, context, columns, out var compiler);
        var unnamed = node.Find("unnamed");
        if (unnamed is not null and not { Text: "refuse" or "with-birth-date" or "with-anything" })
        {
            unnamed.Unknown("word", unnamed.Text ?? "", ["refuse", "with-birth-date", "with-anything"]);
        }

        var rules = new CitizenRules(node, name, compiler).Compile();
        Seal(header);
        return new CitizenSection(header, rules, unnamed?.Text switch { "with-birth-date" => Unnamed.WithBirthDate, "with-anything" => Unnamed.WithAnything, _ => Unnamed.Refuse });
    }

    private OrganisationSection Organisation(string name, string partKey, DocumentNode node)
    {
        node.Only([.. SectionHeader.Words, .. OrganisationDraft.Simple.Select(a => a.Name), "address"]);
        var header = SectionHeader.Compile(node, name, partKey, context, columns, out var compiler);
        var rules = SimpleRules.Compile(node, name, OrganisationDraft.Simple, compiler).ToList();
        if (node.Find("address") is { } address && AddressCompiler.Compile(address, compiler) is { } value)
        {
            rules.Add(new AttributeRule<OrganisationDraft>($"{name}.address", value, static (d, v) => d.Address = (PostalAddress)v));
        }

        Seal(header);
        return new OrganisationSection(header, rules);
    }

    private RelationshipSection? Relationship(DocumentNode node)
    {
        node.Only("kind", "from", "to", "when", "unless", "validFrom", "validTo");
        var kinds = Enum.GetNames<RelationshipKind>().Select(k => k.ToLowerInvariant()).ToList();
        var kind = node.Find("kind")?.Text ?? "";
        if (!kinds.Contains(kind))
        {
            (node.Find("kind") ?? node).Unknown("kind", kind, kinds);
            return null;
        }

        if (Section(node, "from") is not { } from || Section(node, "to") is not { } to)
        {
            return null;
        }

        var compiler = new ExpressionCompiler(context, columns);
        return new RelationshipSection(
            Enum.Parse<RelationshipKind>(kind, ignoreCase: true), from, to, compiler.Guard(node),
            node.Find("validFrom") is { } since ? compiler.Compile(since, ValueKind.Date, "date") : null,
            node.Find("validTo") is { } until ? compiler.Compile(until, ValueKind.Date, "date") : null);
    }

    private LinkedItemSection? LinkedItem(DocumentNode node)
    {
        node.Only([.. SectionHeader.Words, "system", "kind", "reference", "received", "state", "owner"]);
        var header = SectionHeader.Compile(node, "linkedItem", "", context, columns, out var compiler);
        var owners = node.Find("owner")?.Items.Select(o => Section(o)).OfType<string>().ToList() ?? [];
        var received = node.Find("received") is { } at ? compiler.Compile(at, ValueKind.Instant, "instant") : null;
        var state = node.Find("state") is { } s ? compiler.Compile(s, ValueKind.Text, "trim") : null;
        if (node.Find("kind")?.Text is not { } kind || node.Find("reference") is not { } referenceNode)
        {
            node.Refuse("a linked item needs kind and reference");
            return null;
        }

        var reference = compiler.Compile(referenceNode, ValueKind.Text, "trim");
        Seal(header);
        return reference is null ? null : new LinkedItemSection(header, node.Find("system")?.Text ?? context.System, kind, owners, reference, received, state);
    }

    /// <summary>The shape of a list's items is complete here; that of the record is not.</summary>
    private void Seal(SectionHeader header)
    {
        if (!ReferenceEquals(header.Items, columns.Record))
        {
            header.Items.Seal();
        }
    }

    private string? Section(DocumentNode node, string end)
    {
        if (node.Find(end) is { } named)
        {
            return Section(named);
        }

        node.Refuse($"needs `{end}:` with the name of a section");
        return null;
    }

    private string? Section(DocumentNode named)
    {
        if (named.Text is { } name && names.Contains(name))
        {
            return name;
        }

        named.Unknown("section", named.Text ?? "", names);
        return null;
    }
}
