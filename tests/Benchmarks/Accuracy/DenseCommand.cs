using System.CommandLine;
using System.Globalization;
using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Benchmarks.Accuracy;

/// <summary>One person's records, each with slips of its own, every two of them a pair: what clustering costs when nobody can tell a crowd apart.</summary>
internal static class DenseCommand
{
    private static readonly (string Field, string Value)[] Person =
        [("birthName", "LEMARCHAND"), ("givenNames", "GENEVIEVE"), ("birthDate", "1951-07-14"), ("email", "genevieve.lemarchand@orange.fr"), ("phone", "0241556677"), ("street", "RUE DES LILAS"), ("postCode", "49000")];

    public static Command Command()
    {
        var records = new Option<int[]>("--records") { DefaultValueFactory = _ => [500, 1000, 2000], AllowMultipleArgumentsPerToken = true, Description = "sizes of the crowd" };
        var command = new Command("dense", "a crowd of one noisy person: time, clusters and questions") { records };
        command.SetAction(parsed =>
        {
            foreach (var count in parsed.GetValue(records)!)
            {
                var damage = new Damage(0.25, 0.3, count);
                var rows = Enumerable.Range(0, count).Select(i => new MatchRecord(new MatchKey("crowd", $"{i:D6}", ""), Seen(damage))).ToList();
                var from = Environment.CpuUsage.TotalTime;
                var partition = Linker.Link(MatchModel.French, rows);
                var spent = (Environment.CpuUsage.TotalTime - from).TotalSeconds;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{count} records: {spent:F1} s of processor, {spent * 2e6 / ((double)count * count):F1} µs for each two, {partition.Clusters.Count()} clusters, {partition.Doubts.Count()} questions"));
            }
        });
        return command;
    }

    private static IReadOnlyList<string>[] Seen(Damage damage)
    {
        var said = Person.ToDictionary(p => p.Field, p => damage.Of(p.Value));
        return [.. MatchModel.French.Fields.Select(field => (IReadOnlyList<string>)(said.GetValueOrDefault(field) is { Length: > 0 } value ? [value] : []))];
    }
}
