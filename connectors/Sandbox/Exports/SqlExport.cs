using System.Text;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;

namespace IntegrationHub.Connectors.Sandbox.Exports;

/// <summary>The town's third parties as a table and a view of the finance software's database, in SQL that PostgreSQL, SQL Server and SQLite all take.</summary>
internal static class SqlExport
{
    public static void Write(string path, Town.Town town, CancellationToken cancellationToken)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.Write("CREATE TABLE tiers (code_tiers varchar(20) NOT NULL PRIMARY KEY, nature char(1), nom varchar(60), prenom varchar(60), civilite varchar(5), siret varchar(14), " +
            "adresse varchar(80), code_postal varchar(5), ville varchar(60), telephone varchar(20), courriel varchar(80), iban varchar(34), supprime int NOT NULL, numero_maj int NOT NULL);\n");
        writer.Write("CREATE VIEW v_tiers AS SELECT code_tiers, nature, nom, prenom, civilite, siret, adresse, code_postal, ville, telephone, courriel, iban, supprime, numero_maj FROM tiers;\n");
        var number = 0;
        foreach (var record in town.Records(TownSystem.Finance).OrderBy(record => record.ChangedAt).ThenBy(record => record.Key, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Write($"INSERT INTO tiers VALUES ({string.Join(", ", Values(record).Select(Text))}, 0, {++number});\n");
        }
    }

    private static string[] Values(TownRecord record)
    {
        if (record.Organisation is { } body)
        {
            return [record.Key, body.Nature.ToString(), body.Name, "", "", body.Siret, body.Address, body.PostCode, body.City, "", "", ""];
        }

        var said = record.People[0];
        return [record.Key, "P", said.LastName, string.Join(' ', said.GivenNames), Written.Civility(said), "", Written.Line(said, 1UL << 16), said.PostCode, said.City,
            Written.Phone(said.Phone, record.Style), said.Email, "FR7630006000011234567890189"];
    }

    private static string Text(string value) => value.Length == 0 ? "NULL" : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
