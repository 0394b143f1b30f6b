using System.Text;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;

namespace IntegrationHub.Connectors.Sandbox.Exports;

/// <summary>The town's third parties as lines of fixed columns with a head and a foot, as older finance software writes them, and the layout beside.</summary>
internal static class FixedWidthExport
{
    public const string Layout = """
        # Third parties of the finance software: 20 = a record, 10 and 90 = head and foot of the file.
        length: 234
        take: { "1-2": ["20"] }
        skip: { "1-2": ["10", "90"] }
        fields:
          code_tiers: 3-14
          nature: 15
          denomination: 16-53
          complement: 54-91
          adresse: 92-129
          code_postal: { at: 130-134, of: digits }
          ville: 135-172
          siret: { at: 173-186, of: digits }
          telephone: 187-206
          date_maj: { at: 207-214, of: digits }
        """;

    public static void Write(string path, Town.Town town, CancellationToken cancellationToken)
    {
        File.WriteAllText(Path.ChangeExtension(path, ".layout.yaml"), Layout);
        using var writer = new StreamWriter(path, append: false, CodePagesEncodingProvider.Instance.GetEncoding(1252)!);
        writer.Write("10TIERS".PadRight(234) + "\r\n");
        var count = 0;
        foreach (var record in town.Records(TownSystem.Finance))
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Write(Line(record) + "\r\n");
            count++;
        }

        writer.Write($"90{count:D10}".PadRight(234) + "\r\n");
    }

    private static string Line(TownRecord record)
    {
        var changed = Written.At(record.ChangedAt, "yyyyMMdd");
        if (record.Organisation is { } body)
        {
            return Join(record.Key, body.Nature.ToString(), body.Name, "", body.Address, body.PostCode, body.City, body.Siret, "", changed);
        }

        var said = record.People[0];
        return Join(record.Key, "P", FinanceFile.Denomination(said), said.Complement, Written.Line(said, 1UL << 16), said.PostCode, said.City, "", Written.Phone(said.Phone, record.Style), changed);
    }

    private static string Join(string key, string nature, string name, string complement, string address, string postCode, string city, string siret, string phone, string changed) =>
        ("20" + Pad(key, 12) + Pad(nature, 1) + Pad(name, 38) + Pad(complement, 38) + Pad(address, 38) + Pad(postCode, 5) + Pad(city, 38) + Pad(siret, 14) + Pad(phone, 20) + Pad(changed, 8)).PadRight(234);

    private static string Pad(string text, int width) => text.Length > width ? text[..width] : text.PadRight(width);
}
