using System.Text.RegularExpressions;

namespace IntegrationHub.Tests.Benchmarks.Accuracy;

/// <summary>Published files of linked records, by their own column names.</summary>
internal static class PublishedFiles
{
    public static DataSet Read(string path, bool identifiers)
    {
        var lines = File.ReadAllLines(path);
        var header = Cells(lines[0]);
        return DataSet.Of(Path.GetFileName(path) + (identifiers ? "" : " without identifiers"), lines.Skip(1).Select(l => Row(header, Cells(l), identifiers)));
    }

    private static string[] Cells(string line) => [.. line.Split(',').Select(c => c.Trim().Trim('"'))];

    private static (string, string, (string, string)[]) Row(string[] header, string[] cells, bool identifiers)
    {
        var cell = header.Zip(cells).ToDictionary(p => p.First, p => p.Second);
        string Get(string name) => cell.GetValueOrDefault(name, "");
        var truth = header.Contains("ent_id") ? Get("ent_id") : header.Contains("cluster") ? Get("cluster") : header.Contains("group") ? Get("group") : Regex.Match(Get("rec_id"), @"^rec-\d+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        var date = Get("date_of_birth") is { Length: 8 } d ? $"{d[..4]}-{d[4..6]}-{d[6..]}" : header.Contains("by") ? $"{int.Parse(Get("by")):D4}-{int.Parse(Get("bm")):D2}-{int.Parse(Get("bd")):D2}" : Get("dob");
        return ("file", truth,
        [
            ("birthName", Get("surname") + (Get("lname_c1") is "NA" ? "" : Get("lname_c1"))),
            ("givenNames", Get("given_name") + Get("first_name") + (Get("fname_c1") is "NA" ? "" : Get("fname_c1"))),
            ("givenNames", Get("fname_c2") is "NA" ? "" : Get("fname_c2")),
            ("birthDate", date),
            ("street", Get("address_1")),
            ("houseNumber", Get("street_number")),
            ("city", Get("suburb") + Get("city") + Get("ville")),
            ("postCode", Get("postcode")),
            ("email", Get("email")),
            ("code1", Get("state")),
            ("text1", Get("address_2")),
            ("identifier", identifiers && Get("soc_sec_id").Length > 0 ? "soc_sec_id:" + Get("soc_sec_id") : ""),
        ]);
    }
}
