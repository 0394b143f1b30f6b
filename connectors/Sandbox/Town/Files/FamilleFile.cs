using System.Text.Json;
using IntegrationHub.Connectors.Sandbox.Town.Systems;

namespace IntegrationHub.Connectors.Sandbox.Town.Files;

/// <summary>famille.jsonl: household files of the school software.</summary>
internal static class FamilleFile
{
    private static readonly string[] Schools = ["Les Fins", "Jules Ferry", "La Fontaine", "Marie Curie", "Les Tilleuls", "Jean Moulin", "Notre-Dame"];

    public static void Write(Utf8JsonWriter json, TownRecord record)
    {
        json.WriteStartObject();
        json.WriteString("dossier", record.Key);
        json.WriteString("modifie_le", Written.At(record.ChangedAt, "yyyy-MM-dd"));
        json.WriteNumber("quotient_familial", (int)(200 + (record.Style % 1800)));
        if (record.People[0].Street.Length > 0)
        {
            json.WriteStartObject("adresse");
            json.WriteString("voie", Written.Line(record.People[0], record.Style));
            json.WriteString("code_postal", record.People[0].PostCode);
            json.WriteString("ville", record.People[0].City);
            json.WriteEndObject();
        }

        json.WriteStartArray("parents");
        foreach (var said in record.People.Where(said => !IsChild(said)))
        {
            Parent(json, said, record.Style);
        }

        json.WriteEndArray();
        json.WriteStartArray("enfants");
        foreach (var said in record.People.Where(IsChild))
        {
            Child(json, said, record.Style);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static bool IsChild(Statement said) => said.Part.StartsWith("child:", StringComparison.Ordinal);

    private static void Parent(Utf8JsonWriter json, Statement said, ulong style)
    {
        json.WriteStartObject();
        json.WriteString("id", said.Part["parent:".Length..]);
        JsonText.Write(json, "civilite", Written.Civility(said));
        json.WriteString("nom", said.LastName);
        JsonText.Write(json, "nom_naissance", said.BirthName);
        json.WriteString("prenom", string.Join(' ', said.GivenNames));
        JsonText.Write(json, "date_naissance", Written.French(said.BirthDate));
        JsonText.Write(json, "courriel", said.Email);
        JsonText.Write(json, Written.IsMobile(said.Phone) ? "portable" : "telephone", Written.Phone(said.Phone, style));
        json.WriteEndObject();
    }

    private static void Child(Utf8JsonWriter json, Statement said, ulong style)
    {
        json.WriteStartObject();
        json.WriteString("id", said.Part["child:".Length..]);
        json.WriteString("nom", said.LastName);
        json.WriteString("prenoms", string.Join(", ", said.GivenNames));
        JsonText.Write(json, "sexe", said.Sex == ' ' ? "" : said.Sex.ToString());
        JsonText.Write(json, "date_naissance", Written.French(said.BirthDate));
        JsonText.Write(json, "lieu_naissance", said.BirthCommune?.Name ?? said.BirthCountry?.Name ?? "");
        json.WriteString("ecole", Schools[(style >> 40) % (ulong)Schools.Length]);
        json.WriteEndObject();
    }
}
