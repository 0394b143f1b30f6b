using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;

namespace IntegrationHub.Connectors.Sandbox.Systems.Ged;

/// <summary>The town's documents with the properties of its own model (<c>gru:</c>), and a change log: what the fakes of Alfresco and of CMIS both show.</summary>
internal sealed class GedRepository
{
    public const string Stamp = "yyyy-MM-dd'T'HH:mm:ss.fff'+0000'";

    private static readonly string[] Kinds = ["courrier", "demande", "attestation", "arrete", "facture", "recours"];
    private static readonly string[] States = ["à traiter", "en cours", "traité", "classé"];
    private static readonly string[] Model =
    [
        "cm:title", "cm:description", "gru:civilite", "gru:nom", "gru:prenom", "gru:dateNaissance", "gru:adresse", "gru:codePostal", "gru:ville", "gru:courriel",
        "gru:dateReception", "gru:etat", "gru:goldenId", "gru:goldenVersion",
    ];

    private readonly Lock gate = new();
    private readonly List<GedEvent> events = [];
    private readonly SandboxContext context;
    private readonly HashSet<string> known;

    public GedRepository(SandboxContext context)
    {
        (this.context, Table, known) = (context, context.Table(), [.. Model, .. context.PlantedNames]);
        foreach (var record in context.Town.Records(TownSystem.Ged).OrderBy(record => record.ChangedAt).ThenBy(record => record.Key, StringComparer.Ordinal))
        {
            var at = new DateTimeOffset(record.ChangedAt, TimeSpan.Zero);
            Table.Add(record.Key, at, Node(record));
            events.Add(new GedEvent("created", record.Key, at));
        }
    }

    public SandboxTable Table { get; }

    public IReadOnlyList<GedEvent> Events
    {
        get
        {
            lock (gate)
            {
                return [.. events];
            }
        }
    }

    /// <returns>The first property that the model does not have; null when it has all.</returns>
    public string? Unknown(IEnumerable<string> names) => names.FirstOrDefault(name => !known.Contains(name));

    /// <returns>Null when there is no such document.</returns>
    public JsonObject? Find(string key) => Table.Find(key) is { Deleted: false } row ? JsonNode.Parse(row.Body.Span)!.AsObject() : null;

    /// <summary>Sets properties; a null removes one. A write that says nothing new leaves the document as it is.</summary>
    public JsonObject Update(string key, JsonObject properties)
    {
        lock (gate)
        {
            var node = Find(key)!;
            var before = node["properties"]!.DeepClone();
            var now = node["properties"]!.AsObject();
            foreach (var (name, value) in properties)
            {
                if (value is null)
                {
                    now.Remove(name);
                }
                else
                {
                    now[name] = value.DeepClone();
                }
            }

            if (!JsonNode.DeepEquals(before, now))
            {
                node["modifiedAt"] = Text(context.Time.GetUtcNow());
                Put(key, node, "updated");
            }

            return node;
        }
    }

    public void Create(string key, JsonObject node)
    {
        lock (gate)
        {
            node["createdAt"] = node["modifiedAt"] = Text(context.Time.GetUtcNow());
            Put(key, node, "created");
        }
    }

    public bool Delete(string key)
    {
        lock (gate)
        {
            var gone = Table.Delete(key, context.Time.GetUtcNow());
            if (gone)
            {
                events.Add(new GedEvent("deleted", key, context.Time.GetUtcNow()));
            }

            return gone;
        }
    }

    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture);

    private void Put(string key, JsonObject node, string type)
    {
        Table.Write(key, context.Time.GetUtcNow(), node);
        events.Add(new GedEvent(type, key, context.Time.GetUtcNow()));
    }

    private JsonObject Node(TownRecord record)
    {
        var properties = new JsonObject();
        if (record.People.Count > 0)
        {
            var said = record.People[0];
            Say(properties, "gru:civilite", Written.Civility(said));
            Say(properties, "gru:nom", said.LastName);
            Say(properties, "gru:prenom", string.Join(' ', said.GivenNames));
            Say(properties, "gru:dateNaissance", Written.French(said.BirthDate));
            Say(properties, "gru:adresse", Written.Line(said, record.Style));
            Say(properties, "gru:codePostal", said.PostCode);
            Say(properties, "gru:ville", said.City);
            Say(properties, "gru:courriel", said.Email);
        }

        Say(properties, "gru:dateReception", Written.At(record.ChangedAt, "dd/MM/yyyy"));
        Say(properties, "gru:etat", States[(record.Style >> 30) % 4]);
        context.Plant(properties);
        var changed = Text(new DateTimeOffset(record.ChangedAt, TimeSpan.Zero));
        var user = new JsonObject { ["id"] = "accueil", ["displayName"] = "Accueil" };
        return new JsonObject
        {
            ["id"] = record.Key,
            ["name"] = string.Create(CultureInfo.InvariantCulture, $"{Kinds[(record.Style >> 20) % 6]}-{record.Style % 10_000_000}.pdf"),
            ["nodeType"] = "cm:content",
            ["isFolder"] = false,
            ["isFile"] = true,
            ["createdAt"] = changed,
            ["createdByUser"] = user,
            ["modifiedAt"] = changed,
            ["modifiedByUser"] = user.DeepClone(),
            ["parentId"] = "e0856836-ed5e-4eee-b8e5-bd7e8fb9384c",
            ["content"] = new JsonObject { ["mimeType"] = "application/pdf", ["mimeTypeName"] = "Adobe PDF Document", ["sizeInBytes"] = 1000 + (int)(record.Style % 100_000), ["encoding"] = "UTF-8" },
            ["aspectNames"] = new JsonArray("cm:titled", "cm:auditable", "gru:usager"),
            ["properties"] = properties,
        };
    }

    private static void Say(JsonObject properties, string name, string value)
    {
        if (value.Length > 0)
        {
            properties[name] = value;
        }
    }
}
