using IntegrationHub.Connectors.Sandbox.Town;

namespace IntegrationHub.Tests.Sandbox;

public sealed class A_month_later
{
    private static readonly TownSettings Settings = new() { Seed = 12, People = 5000, Systems = [TownSystem.Crm, TownSystem.Portail, TownSystem.Finance] };

    [Theory]
    [InlineData(TownSystem.Crm)]
    [InlineData(TownSystem.Portail)]
    public void Records_keep_their_keys_some_change_some_go_some_come(TownSystem system)
    {
        var then = Town.Generate(Settings).Records(system).ToDictionary(record => record.Key);
        var later = Town.Generate(Settings with { MonthLater = true }).Records(system).ToDictionary(record => record.Key);
        var day = Settings.Today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

        var kept = later.Values.Where(record => then.ContainsKey(record.Key)).ToList();
        var changed = kept.Where(record => record.ChangedAt >= day).ToList();

        Assert.InRange((double)then.Keys.Count(key => !later.ContainsKey(key)) / then.Count, 0.004, 0.02);
        Assert.InRange(later.Keys.Count(key => !then.ContainsKey(key)), 1, then.Count / 50);
        Assert.InRange((double)changed.Count / kept.Count, 0.005, 0.05);
        Assert.All(kept, record => Assert.Equal(then[record.Key].People[0].Person, record.People[0].Person));
        Assert.All(kept.Where(record => record.ChangedAt < day), record => Assert.Equal(then[record.Key].People[0].Street, record.People[0].Street));
    }

    [Fact]
    public void Somebody_has_moved_and_somebody_goes_by_another_name()
    {
        var larger = Settings with { People = 20_000 };
        var then = Town.Generate(larger).Truth().SelectMany(family => family.People).ToDictionary(person => person.Id);
        var later = Town.Generate(larger with { MonthLater = true }).Truth().SelectMany(family => family.People).Where(person => then.ContainsKey(person.Id)).ToList();

        Assert.InRange((double)later.Count(person => person.Homes[0] != then[person.Id].Homes[0]) / later.Count, 0.003, 0.02);
        Assert.Contains(later, person => person.UsageName != then[person.Id].UsageName);
    }
}
