using IntegrationHub.Connectors.Sandbox.Town.Systems;

namespace IntegrationHub.Connectors.Sandbox.Town.Files;

/// <summary>All systems in one table, as after a careful mapping: one row a person a record, and the truth in the last column.</summary>
public static class FlatFile
{
    /// <summary>Writes a header and the town's rows, UTF-8, semicolons.</summary>
    public static void Write(TextWriter writer, Town town, CancellationToken cancellationToken = default)
    {
        CsvLine.Write(writer, "nom_naissance", "nom_usage", "prenoms", "sexe", "date_naissance", "code_commune_naissance", "code_pays_naissance", "email", "telephone",
            "adresse", "complement", "code_postal", "ville", "source", "verite");
        foreach (var row in town.Rows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var said = row.Statement;
            var (birth, usage, given) = Names(row);
            CsvLine.Write(writer, birth, usage, given, said.Sex == ' ' ? "" : said.Sex.ToString(), Date(row), said.BirthCommune?.Code ?? "",
                said.BirthCountry?.Code ?? (said.BirthCommune is null ? "" : "99100"), said.Email, said.Phone, Written.Line(said, 1UL << 16), said.Complement,
                said.PostCode, said.City, row.System.ToString().ToLowerInvariant(), said.Person);
        }
    }

    /// <summary>Documents and signatures know usage names only; finance has to be taken apart.</summary>
    public static (string Birth, string Usage, string Given) Names(TownRow row)
    {
        var said = row.Statement;
        var given = string.Join(' ', said.GivenNames);
        switch (row.System)
        {
            case TownSystem.Finance:
                var (surname, first) = FinanceFile.Read(FinanceFile.Denomination(said));
                return ("", surname, first);
            case TownSystem.Ged or TownSystem.Signature:
                return ("", said.LastName, given);
            default:
                return said.BirthName.Length > 0 ? (said.BirthName, said.LastName, given) : (said.LastName, "", given);
        }
    }

    /// <summary>Year first; the portal alone says which dates are known by their year only, the others write a first of January.</summary>
    public static string Date(TownRow row) => row.Statement.BirthDate is not { } day ? ""
        : row.System == TownSystem.Portail ? Written.Iso(day) : Written.Iso(new CivilDay(day.Year, Math.Max(1, day.Month), Math.Max(1, day.Day)));
}
