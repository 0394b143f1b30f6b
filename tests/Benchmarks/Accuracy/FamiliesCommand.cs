using System.CommandLine;
using System.Text;

namespace IntegrationHub.Tests.Benchmarks.Accuracy;

/// <summary>Writes a list of civil status of the nineteenth century: large families, few given names, communes and no addresses; some people two or three times, in a column "truth" who is who.</summary>
internal static class FamiliesCommand
{
    private static readonly string[] Given = ["Jean", "Pierre", "François", "Louis", "Joseph", "Jacques", "Antoine", "Charles", "Marie", "Jeanne", "Anne", "Marguerite", "Catherine", "Françoise", "Louise", "Madeleine"];
    private static readonly string[] Starts = ["Ba", "Co", "Du", "Fle", "Gri", "La", "Mo", "Per", "Ru", "Te", "Vi", "Zo", "He", "Ju", "Ker"];
    private static readonly string[] Ends = ["berd", "caret", "lenin", "minon", "noraux", "rannier", "selot", "tivel", "douas", "gany", "puiteau", "valard", "rotieux", "chean", "mic", "got"];

    public static Command Command()
    {
        var target = new Argument<FileInfo>("target") { Description = "the .csv file to write" };
        var families = new Option<int>("--families") { DefaultValueFactory = _ => 1000, Description = "of one to eight children" };
        var communes = new Option<int>("--communes") { DefaultValueFactory = _ => 14, Description = "they live in" };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "which people" };
        var command = new Command("families", "write a list of large families without addresses, some people more than once") { target, families, communes, seed };
        command.SetAction(parsed =>
        {
            var random = new Random(parsed.GetValue(seed));
            var damage = new Damage(0, 0.1, parsed.GetValue(seed));
            var (rows, person) = (new List<string>(), 0);
            for (var family = 0; family < parsed.GetValue(families); family++)
            {
                var (name, commune, first) = (Starts[random.Next(Starts.Length)] + Ends[random.Next(Ends.Length)], 56_100 + random.Next(parsed.GetValue(communes)), random.Next(1800, 1880));
                for (var child = random.Next(1, 9); child > 0; child--, person++)
                {
                    var given = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Given[random.Next(random.Next(1, Given.Length + 1))]).ToArray();
                    var (year, month, day) = (first + (2 * child), random.Next(1, 13), random.Next(1, 29));
                    for (var times = random.Next(1, 4); times > 0; times--)
                    {
                        var said = random.Next(4) == 0 ? given[0] : string.Join(' ', given);
                        var date = random.Next(8) == 0 ? $"{random.Next(1, 29):D2}/{month:D2}/{year}" : $"{day:D2}/{month:D2}/{year}";
                        rows.Add($"{person};{damage.Of(name).ToUpperInvariant()};{damage.Of(said)};{date};{commune}");
                    }
                }
            }

            File.WriteAllLines(parsed.GetRequiredValue(target).FullName, ["truth;nom;prenoms;date_naissance;commune_naissance", .. rows.OrderBy(_ => random.Next())], new UTF8Encoding(false));
            Console.WriteLine($"records {rows.Count}");
            Console.WriteLine($"people {person}");
        });
        return command;
    }
}
