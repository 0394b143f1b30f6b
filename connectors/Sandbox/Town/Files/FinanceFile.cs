using IntegrationHub.Connectors.Sandbox.Town.Errors;
using IntegrationHub.Connectors.Sandbox.Town.Facts;
using IntegrationHub.Connectors.Sandbox.Town.Systems;

namespace IntegrationHub.Connectors.Sandbox.Town.Files;

/// <summary>finance.csv: semicolons, capitals without accents, texts cut at 38 characters (the width of an address line on an envelope).</summary>
internal static class FinanceFile
{
    public const int Width = 38;

    public static void Header(TextWriter writer) => CsvLine.Write(writer, "code_tiers", "nature", "denomination", "complement", "adresse", "code_postal", "ville",
        "siret", "telephone", "courriel", "date_maj");

    public static void Write(TextWriter writer, TownRecord record)
    {
        var changed = Written.At(record.ChangedAt, "yyyyMMdd");
        if (record.Organisation is { } body)
        {
            CsvLine.Write(writer, record.Key, body.Nature.ToString(), Cut(body.Name), "", Cut(body.Address), body.PostCode, Cut(body.City), body.Siret, "", "", changed);
            return;
        }

        var said = record.People[0];
        CsvLine.Write(writer, record.Key, "P", Denomination(said), Plain(said.Complement), Plain(Written.Line(said, 1UL << 16)), said.PostCode, Plain(said.City), "",
            Written.Phone(said.Phone, record.Style), said.Email, changed);
    }

    /// <summary>Civility, surname, given name in one column.</summary>
    public static string Denomination(Statement said)
    {
        var civility = said.Sex switch { 'M' => "M ", 'F' => "MME ", _ => "" };
        return Plain($"{civility}{said.LastName} {string.Join(' ', said.GivenNames)}");
    }

    /// <summary>What a careful reader makes of <see cref="Denomination"/>: given names that exist at the end, at least one word of surname before them.</summary>
    public static (string Surname, string Given) Read(string denomination)
    {
        var words = denomination.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words is ["M" or "MME", _, ..])
        {
            words.RemoveAt(0);
        }

        // Up to three given names; the last word is one whatever it looks like.
        var known = FactTables.Instance.GivenNames.Plain;
        var given = words.Count - 1;
        while (given > 1 && given > words.Count - 3 && known.Contains(words[given - 1]))
        {
            given--;
        }

        return given < 1 ? (denomination, "") : (string.Join(' ', words.Take(given)), string.Join(' ', words.Skip(given)));
    }

    private static string Plain(string text) => Cut(Fold.Accents(text).ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal));

    private static string Cut(string text) => text.Length <= Width ? text : text[..Width];
}
