using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Tests.Benchmarks.Accuracy;

/// <summary>A generated French town, each row mapped as the flat file is.</summary>
internal static class TownData
{
    public static DataSet Generate(ulong seed, int records) => DataSet.Of($"town {seed} of {records}", Rows(seed, records));

    /// <summary>The records one after the other, for a model's fields: nothing is kept.</summary>
    public static IEnumerable<MatchRecord> Stream(MatchModel model, ulong seed, int records)
    {
        var cut = TemplateRecords.Cutter(model);
        return Rows(seed, records).Select((row, i) => cut(DataSet.Record(row.Item1, i, row.Item3)));
    }

    private static IEnumerable<(string, string, (string, string)[])> Rows(ulong seed, int records)
    {
        foreach (var row in Town.Generate(new TownSettings { Seed = seed, Records = records }).Rows())
        {
            var said = row.Statement;
            var (birth, usage, given) = FlatFile.Names(row);
            var values = new List<(string, string)>
            {
                ("birthName", birth),
                ("usageName", usage),
                ("sex", said.Sex == ' ' ? "" : said.Sex.ToString()),
                ("birthDate", FlatFile.Date(row)),
                ("birthCommune", said.BirthCommune?.Code ?? ""),
                ("birthCountry", said.BirthCountry?.Code ?? (said.BirthCommune is null ? "" : "99100")),
                ("email", said.Email),
                ("phone", said.Phone),
                ("street", said.Street),
                ("houseNumber", said.Number),
                ("complement", said.Complement),
                ("postCode", said.PostCode),
                ("city", said.City),
            };
            values.AddRange(given.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(g => ("givenNames", g)));
            yield return (row.System.ToString(), said.Person, [.. values]);
        }
    }
}
