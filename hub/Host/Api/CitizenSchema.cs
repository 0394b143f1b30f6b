using Microsoft.OpenApi;

namespace IntegrationHub.Host.Api;

/// <summary>The forms of a citizen and of a golden record, as the registry writes them: absent means not said, or not covered by the contract.</summary>
public static class CitizenSchema
{
    private static readonly string[] Texts = ["birthName", "usageName", "usedGivenName", "sex", "birthDate", "verification", "status"];
    private static readonly string[] Place = ["commune", "label", "country"];
    private static readonly string[] Contact = ["value", "usage"];
    private static readonly string[] Address =
        ["houseNumber", "street", "complement", "postCode", "city", "commune", "country", "ban", "validFrom", "validTo"];

    public static void Fill(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Object;
        schema.Description = "Dates are YYYY, YYYY-MM or YYYY-MM-DD; sex is female or male; communes and countries are COG codes; phones are E.164, or as written where a source writes another country's without its code.";
        schema.Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        foreach (var name in Texts)
        {
            schema.Properties[name] = Text();
        }

        schema.Properties["givenNames"] = List(Text());
        schema.Properties["birthPlace"] = Object(Place);
        schema.Properties["emails"] = List(Object(Contact));
        schema.Properties["phones"] = List(Object(Contact));
        schema.Properties["addresses"] = List(Object(Address));
        schema.Properties["identifiers"] = List(Object(["system", "value"]));
        schema.Properties["formerNames"] = List(Object(["birthName", "validTo"]));
        schema.Properties["death"] = Object(["date", "place"]);
        schema.Properties["consents"] = List(Object(["channel", "purpose", "at", "proof"]));
        schema.Properties["extra"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "Attributes the town declared, as JSON by name." };
    }

    public static void FillGolden(OpenApiSchema schema)
    {
        var citizen = new OpenApiSchema();
        Fill(citizen);
        schema.Type = JsonSchemaType.Object;
        schema.Description = "A golden record, cut to the contract. 'version' grows with each change: ignore older ones than you hold.";
        schema.Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["id"] = Text(),
            ["version"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" },
            ["state"] = Text(),
            ["citizen"] = citizen,
            ["provenance"] = List(Object(["attribute", "at", "rule"])),
            ["members"] = List(List(Text())),
        };
    }

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static OpenApiSchema List(OpenApiSchema items) => new() { Type = JsonSchemaType.Array, Items = items };

    private static OpenApiSchema Object(IReadOnlyList<string> names) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = names.ToDictionary(name => name, IOpenApiSchema (_) => Text(), StringComparer.Ordinal),
    };
}
