using IntegrationHub.Mappings.Engine.Documents;
using IntegrationHub.Mappings.Engine.Expressions;
using IntegrationHub.Mappings.Engine.Functions;
using IntegrationHub.Mappings.Engine.Targets;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mappings.Engine.Compiling;

/// <summary>Compiles the attributes of a citizen that are groups or lists.</summary>
internal sealed class CitizenRules(DocumentNode section, string name, ExpressionCompiler compiler)
{
    private readonly List<AttributeRule<CitizenDraft>> rules = [];

    public IReadOnlyList<AttributeRule<CitizenDraft>> Compile()
    {
        rules.AddRange(SimpleRules.Compile(section, name, CitizenAttributes.Simple, compiler));
        Each("birthPlace", node => Add(node, Place(node), static (d, v) => d.BirthPlace = (BirthPlace)v));
        Each("emails", node => Contact(node, "email", static d => d.Emails ??= []));
        Each("phones", node => Contact(node, "phone", static d => d.Phones ??= []));
        Each("address", Address);
        Each("addresses", Address);
        Entries("identifiers", (system, node) => Add(node, compiler.Compile(node, ValueKind.Text, "identifier"), (d, v) => (d.Identifiers ??= []).Add(new Identifier(system, (string)v))));
        Entries("extra", Extra);
        Each("formerNames", node => Add(node, FormerName(node), static (d, v) => (d.FormerNames ??= []).Add((FormerName)v)));
        Each("death", node => Add(node, Death(node), static (d, v) => d.Death = (Death)v));
        Each("consents", node => Add(node, ConsentCompiler.Compile(node, compiler), static (d, v) => (d.Consents ??= []).Add((Consent)v)));
        Each("verification", node => Add(node, EnumCompiler.Compile(node, compiler, VerificationLevel.Declared, VerificationLevel.DocumentSeen), static (d, v) => d.Verification = (VerificationLevel)v));
        Each("status", node => Add(node, EnumCompiler.Compile(node, compiler, Enum.GetValues<IdentityStatus>()), static (d, v) => d.Status = (IdentityStatus)v));
        return rules;
    }

    private void Each(string attribute, Action<DocumentNode> compile)
    {
        if (section.Find(attribute) is { } node)
        {
            foreach (var item in node.Items)
            {
                compile(item);
            }
        }
    }

    private void Entries(string attribute, Action<string, DocumentNode> compile)
    {
        foreach (var (key, node) in section.Find(attribute)?.Entries() ?? [])
        {
            compile(key, node);
        }
    }

    private void Add(DocumentNode node, Expression? value, Action<CitizenDraft, object> set, bool several = false)
    {
        if (value is not null)
        {
            rules.Add(new AttributeRule<CitizenDraft>($"{name}.{node.Path?.Split('.').SkipWhile(p => p != name).ElementAtOrDefault(1)}", value, set, several));
        }
    }

    private void Contact(DocumentNode node, string own, Func<CitizenDraft, List<ContactPoint>> list)
    {
        var usage = node.Find("usage")?.Text;
        Add(node, compiler.Compile(node, ValueKind.Text, own, "usage"), (d, v) =>
        {
            foreach (var text in v as string?[] ?? [(string)v])
            {
                if (text is not null && !list(d).Exists(c => c.Value == text))
                {
                    list(d).Add(new ContactPoint(text, usage));
                }
            }
        }, several: true);
    }

    private void Address(DocumentNode node) =>
        Add(node, AddressCompiler.Compile(node, compiler), static (d, v) => (d.Addresses ??= []).Add((PostalAddress)v));

    private Expression? Place(DocumentNode node)
    {
        if (node.IsValue)
        {
            return compiler.Compile(node, ValueKind.Place, "birth-place");
        }

        node.Only(PlaceExpression.Parts);
        return new PlaceExpression(Part(node, "commune", ValueKind.Text, "commune"), Part(node, "label", ValueKind.Text, "trim"), Part(node, "country", ValueKind.Text, "country"));
    }

    private void Extra(string attribute, DocumentNode node)
    {
        if (!compiler.Context.Attributes.TryGetValue(attribute, out var type))
        {
            node.Unknown("extra attribute: declare it under `attributes:`", attribute, [.. compiler.Context.Attributes.Keys]);
            return;
        }

        var (kind, own) = ExtraTypes.Known[type];
        Add(node, compiler.Compile(node, kind, own), (d, v) => (d.Extra ??= [])[attribute] = ExtraTypes.Json(v), several: type == "list");
    }

    private RecordExpression FormerName(DocumentNode node)
    {
        node.Only("birthName", "givenNames", "validTo");
        return new RecordExpression(
            [Part(node, "birthName", ValueKind.Text, "family-name"), Part(node, "givenNames", ValueKind.Texts, "given-names"), Part(node, "validTo", ValueKind.Date, "date")],
            static v => v[0] is null && v[1] is null ? null : new FormerName((string?)v[0], (string[]?)v[1] ?? [], v[2] is PartialDate date ? new DateOnly(date.Year, date.Month ?? 12, date.Day ?? 28) : null));
    }

    private RecordExpression Death(DocumentNode node)
    {
        node.Only("date", "place");
        return new RecordExpression(
            [Part(node, "date", ValueKind.Date, "date"), Part(node, "place", ValueKind.Text, "commune")],
            static v => v[0] is null && v[1] is null ? null : new Death(v[0] as PartialDate?, (string?)v[1]));
    }

    private Expression? Part(DocumentNode node, string part, ValueKind kind, string own) =>
        node.Find(part) is { } found ? compiler.Compile(found, kind, own) : null;
}
