using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Tests.Benchmarks.Accuracy;

/// <summary>The people of a generated town as an archive knows them: many records a person, names, sex, birth and city, no contacts. Damage makes the records differ.</summary>
/// <param name="copies">Records a person; 0 leaves the town as it is.</param>
/// <param name="strangers">One person of each address and of each name at one city only: no households.</param>
internal sealed class Histories(int copies, bool strangers)
{
    private static readonly HashSet<string> Known = ["birthName", "givenNames", "sex", "birthDate", "birthCommune", "birthCountry", "postCode", "city"];

    public DataSet Of(DataSet town)
    {
        if (copies == 0)
        {
            return town;
        }

        var (people, homes, rows) = (new HashSet<string>(), new HashSet<string>(), new List<(string, string, (string, string)[])>());
        for (var i = 0; i < town.Records.Count && rows.Count < town.Records.Count; i++)
        {
            var said = town.Records[i].Values.SelectMany((values, f) => values.Select(value => (Field: TrainingTemplate.Fields[f], Value: value))).ToArray();
            string All(params string[] fields) => string.Join("|", said.Where(v => fields.Contains(v.Field)).Select(v => v.Value));
            if (!people.Add(town.Truth[i]) || (strangers && (!homes.Add(All("street", "houseNumber", "city")) | !homes.Add(All("birthName", "city")))))
            {
                continue;
            }

            var kept = said.Where(v => Known.Contains(v.Field)).ToArray();
            rows.AddRange(Enumerable.Repeat(("archive", town.Truth[i], kept), copies));
        }

        return DataSet.Of($"{copies} records a person{(strangers ? ", no households" : "")}, {town.Name}", rows);
    }
}
