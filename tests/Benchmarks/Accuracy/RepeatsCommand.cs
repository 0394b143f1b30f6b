using System.CommandLine;
using System.Text;

namespace IntegrationHub.Tests.Benchmarks.Accuracy;

/// <summary>Writes some rows of a file that repeats nobody, a few of them once more with slips, in a column "truth" who is who: most real files repeat few.</summary>
internal static class RepeatsCommand
{
    public static Command Command()
    {
        var source = new Argument<FileInfo>("source") { Description = "a file of one line a person: a header, no quotes" };
        var target = new Argument<FileInfo>("target") { Description = "the .csv file to write" };
        var records = new Option<int>("--records") { DefaultValueFactory = _ => 30_000, Description = "people" };
        var again = new Option<double>("--again") { DefaultValueFactory = _ => 0.02, Description = "share of them written once more" };
        var missing = new Option<double>("--missing") { DefaultValueFactory = _ => 0.05, Description = "share of values lost in what is written again" };
        var slips = new Option<double>("--slips") { DefaultValueFactory = _ => 0.15, Description = "share of values mistyped in it" };
        var separator = new Option<string>("--separator") { DefaultValueFactory = _ => ";", Description = "between columns" };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "which rows" };
        var command = new Command("repeats", "write a file in which hardly anybody is twice, from one in which nobody is") { source, target, records, again, missing, slips, separator, seed };
        command.SetAction(parsed =>
        {
            var lines = File.ReadAllLines(parsed.GetRequiredValue(source).FullName);
            var (mark, random) = (parsed.GetValue(separator)!, new Random(parsed.GetValue(seed)));
            var damage = new Damage(parsed.GetValue(missing), parsed.GetValue(slips), parsed.GetValue(seed));
            var people = lines.Skip(1).OrderBy(_ => random.Next()).Take(parsed.GetValue(records)).Select((line, person) => (Line: line, Person: person)).ToList();
            var twice = people.Where(_ => random.NextDouble() < parsed.GetValue(again)).Select(p => p with { Line = string.Join(mark, p.Line.Split(mark).Select(damage.Of)) }).ToList();
            var rows = people.Concat(twice).OrderBy(_ => random.Next()).Select(p => $"{p.Person}{mark}{p.Line}");
            File.WriteAllLines(parsed.GetRequiredValue(target).FullName, [$"truth{mark}{lines[0]}", .. rows], new UTF8Encoding(false));
            Console.WriteLine(FormattableString.Invariant($"people {people.Count}"));
            Console.WriteLine(FormattableString.Invariant($"twice {twice.Count}"));
        });
        return command;
    }
}
