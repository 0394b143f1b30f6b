using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Errors;

namespace IntegrationHub.Tests.Sandbox;

public sealed class Errors_happen_as_often_as_stated
{
    private static readonly Town Measured = Town.Generate(new TownSettings { Seed = 5, People = 9000 });
    private static readonly ILookup<TownSystem, TownRow> Rows = Measured.Rows().ToLookup(row => row.System);

    public static TheoryData<TownSystem> Systems => [.. Enum.GetValues<TownSystem>()];

    [Theory]
    [MemberData(nameof(Systems))]
    public void Every_rate_holds_among_the_records_in_which_it_can_happen(TownSystem system)
    {
        var wrong = new List<string>();
        var measured = 0;
        foreach (var kind in Enum.GetValues<ErrorKind>().Where(kind => kind != ErrorKind.Duplicate))
        {
            var possible = Rows[system].Count(row => row.Statement.Possible.Has(kind));
            var rate = ErrorRates.Of(system)[kind];
            var share = (double)Rows[system].Count(row => row.Statement.Happened.Has(kind)) / Math.Max(1, possible);
            measured += possible >= 100 ? 1 : 0;
            if (possible >= 100 && Math.Abs(share - rate) > 4.5 * Math.Sqrt(rate * (1 - rate) / possible))
            {
                wrong.Add($"{kind}: stated {rate:P1}, measured {share:P1} of {possible}");
            }
        }

        Assert.Empty(wrong);
        Assert.InRange(measured, 12, 40);
    }

    [Theory]
    [InlineData(TownSystem.Crm)]
    [InlineData(TownSystem.Finance)]
    [InlineData(TownSystem.Ged)]
    [InlineData(TownSystem.Portail)]
    public void People_stand_twice_in_a_system_as_often_as_stated(TownSystem system)
    {
        var people = Rows[system].GroupBy(row => row.Statement.Person).ToList();

        var twice = (double)people.Count(rows => rows.Count() > 1) / people.Count;

        Assert.Equal(ErrorRates.Of(system)[ErrorKind.Duplicate], twice, 0.025);
    }

    /// <summary>Seen from outside: compared with the truth, not with the generator's own notes.</summary>
    [Theory]
    [InlineData(TownSystem.Crm, 0.005, 0.045)]
    [InlineData(TownSystem.Ged, 0.005, 0.045)]
    [InlineData(TownSystem.Portail, 0, 0.004)]
    public void Birth_dates_differ_from_the_truth_as_often_as_the_rates_say(TownSystem system, double least, double most)
    {
        var truth = Measured.Truth().SelectMany(family => family.People).ToDictionary(person => person.Id);
        var dated = Rows[system].Where(row => row.Statement.BirthDate is not null).ToList();

        var wrong = (double)dated.Count(row => row.Statement.BirthDate is var date && truth[row.Statement.Person] is var person
            && (date!.Value.Year, date.Value.Month, date.Value.Day) != (person.BirthYear, person.BirthMonth, person.BirthDay)) / dated.Count;

        Assert.InRange(wrong, least, most);
    }

    [Fact]
    public void One_system_has_no_birth_dates_and_one_no_birth_names()
    {
        Assert.All(Rows[TownSystem.Finance], row => Assert.Null(row.Statement.BirthDate));
        Assert.All(Rows[TownSystem.Ged], row => Assert.Empty(row.Statement.BirthName));
        Assert.Contains(Rows[TownSystem.Ged], row => row.Statement.BirthDate is not null);
        Assert.Contains(Rows[TownSystem.Crm], row => row.Statement.BirthName.Length > 0);
    }

    [Fact]
    public void The_table_in_the_README_is_the_table_in_the_code()
    {
        var readme = File.ReadAllText(Path.Combine(Checkout.Root, "connectors/Sandbox/Town/ERRORS.md"));

        foreach (var kind in Enum.GetValues<ErrorKind>())
        {
            var cells = Enum.GetValues<TownSystem>().Select(system => ErrorRates.Of(system)[kind].ToString("0.###", System.Globalization.CultureInfo.InvariantCulture));
            Assert.Contains($"| {kind} | {string.Join(" | ", cells)} |", readme, StringComparison.Ordinal);
        }
    }
}
