using System.Globalization;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;
using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Benchmarks.Accuracy;

/// <summary>The rows of a flat town as the matcher takes them; keys are positions in the shuffled file and tell nothing.</summary>
internal static class TownMatchRecords
{
    public static MatchRecord Of(TownRow row, int position, MatchModel model)
    {
        var said = row.Statement;
        var (birth, usage, given) = FlatFile.Names(row);
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["birthName"] = One(birth),
            ["usageName"] = One(usage),
            ["givenNames"] = given.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            ["sex"] = One(said.Sex == ' ' ? "" : said.Sex.ToString()),
            ["birthDate"] = One(FlatFile.Date(row)),
            ["birthCommune"] = One(said.BirthCommune?.Code ?? ""),
            ["birthCountry"] = One(said.BirthCountry?.Code ?? (said.BirthCommune is null ? "" : "99100")),
            ["email"] = One(said.Email),
            ["phone"] = One(said.Phone),
            ["street"] = One(said.Street),
            ["houseNumber"] = One(said.Number),
            ["complement"] = One(said.Complement),
            ["postCode"] = One(said.PostCode),
            ["city"] = One(said.City),
        };
        var key = new MatchKey(row.System.ToString().ToLowerInvariant(), position.ToString("D9", CultureInfo.InvariantCulture), "");
        return new MatchRecord(key, [.. model.Fields.Select(field => values.GetValueOrDefault(field, []))]);
    }

    private static IReadOnlyList<string> One(string text) => text.Length == 0 ? [] : [text];
}
