using System.Globalization;
using System.Text.Json;

namespace IntegrationHub.Connectors.Sandbox.Town.Files;

/// <summary>ged.jsonl: nodes of the document system; who a document concerns stands in its properties, under the usage name only.</summary>
internal static class GedFile
{
    private static readonly string[] Kinds = ["courrier", "demande", "attestation", "arrete", "facture", "recours"];
    private static readonly string[] States = ["à traiter", "en cours", "traité", "classé"];

    public static void Write(Utf8JsonWriter json, TownRecord record)
    {
        var changed = Written.At(record.ChangedAt, "yyyy-MM-dd'T'HH:mm:ss.fff'+0000'");
        json.WriteStartObject();
        json.WriteString("id", record.Key);
        json.WriteString("name", string.Create(CultureInfo.InvariantCulture, $"{Kinds[(record.Style >> 20) % 6]}-{record.Style % 10_000_000}.pdf"));
        json.WriteString("nodeType", "cm:content");
        json.WriteString("createdAt", changed);
        json.WriteString("modifiedAt", changed);
        json.WriteStartObject("properties");
        if (record.People.Count > 0)
        {
            var said = record.People[0];
            JsonText.Write(json, "gru:civilite", Written.Civility(said));
            json.WriteString("gru:nom", said.LastName);
            json.WriteString("gru:prenom", string.Join(' ', said.GivenNames));
            JsonText.Write(json, "gru:dateNaissance", Written.French(said.BirthDate));
            JsonText.Write(json, "gru:adresse", Written.Line(said, record.Style));
            JsonText.Write(json, "gru:codePostal", said.PostCode);
            JsonText.Write(json, "gru:ville", said.City);
            JsonText.Write(json, "gru:courriel", said.Email);
        }

        json.WriteString("gru:dateReception", Written.At(record.ChangedAt, "dd/MM/yyyy"));
        json.WriteString("gru:etat", States[(record.Style >> 30) % 4]);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
