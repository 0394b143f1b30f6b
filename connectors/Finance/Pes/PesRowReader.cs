using System.Text.Json;
using IntegrationHub.Connectors.Files.Reading;

namespace IntegrationHub.Connectors.Finance.Pes;

/// <summary>A row for each third party of a file, as its last line says it, with all its orders in the file.</summary>
internal sealed class PesRowReader(string path, FileFacts facts, int limit, PesPieces pieces) : PesWalker(path, facts, limit)
{
    private long number;

    protected override FileRow? Take(PesLine line)
    {
        number++;
        if (line.Problem is not null)
        {
            return FileRow.Bad(Offset + 1, line.Problem, default) with { Place = line.Place };
        }

        if (line.Key is not null && pieces.Complete(line.Key, number) is null)
        {
            return null;
        }

        var body = Json(writer => Write(writer, line, line.Key is null ? [line.Piece] : pieces.Complete(line.Key, number)!));
        var code = body is null ? "row.encoding" : line.Key is null ? "row.key-missing" : null;
        return code is null
            ? FileRow.Good(Offset + 1, body!.Value, line.Key, default) with { Place = line.Place }
            : FileRow.Bad(Offset + 1, code, LastJson) with { Place = line.Place };
    }

    private void Write(Utf8JsonWriter writer, PesLine line, IReadOnlyList<PesPiece> orders)
    {
        writer.WriteStartObject();
        writer.WriteString("cle", line.Key);
        writer.WriteString("poste", Header.Post);
        writer.WriteString("collectivite", Header.Body);
        writer.WriteString("budget", Header.Budget);
        foreach (var group in line.Tiers.Children.GroupBy(child => child.Name, StringComparer.Ordinal))
        {
            // The first address is the one that counts; the others stay in the body.
            writer.WritePropertyName(group.Key);
            group.First().Write(writer, "V");
            if (group.Skip(1).Any())
            {
                writer.WriteStartArray(group.Key + "Autres");
                foreach (var other in group.Skip(1))
                {
                    other.Write(writer, "V");
                }

                writer.WriteEndArray();
            }
        }

        writer.WriteStartArray("pieces");
        foreach (var order in orders)
        {
            Write(writer, order);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PesPiece order)
    {
        writer.WriteStartObject();
        writer.WriteString("nature", order.Kind);
        writer.WriteString("reference", order.Reference);
        writer.WriteString("exercice", order.Year);
        writer.WriteString("bordereau", order.Slip);
        writer.WriteString("date", order.Date);
        writer.WriteString("objet", order.Subject);
        writer.WriteString("montant", order.Amount);
        writer.WriteStartArray("pj");
        foreach (var document in order.Documents)
        {
            writer.WriteStartObject();
            writer.WriteString("id", document);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
