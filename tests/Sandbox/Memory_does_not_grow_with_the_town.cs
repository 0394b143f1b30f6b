using IntegrationHub.Connectors.Sandbox.Town;

namespace IntegrationHub.Tests.Sandbox;

[Collection(nameof(Alone))]
public sealed class Memory_does_not_grow_with_the_town
{
    [Fact]
    public void Reading_twenty_thousand_rows_holds_no_more_than_reading_one_thousand()
    {
        var town = Town.Generate(new TownSettings { Seed = 2, Records = 25_000 });
        using var rows = town.Rows().GetEnumerator();

        var early = HeldAfter(rows, 1000);
        var late = HeldAfter(rows, 19_000);

        Assert.InRange(late - early, long.MinValue, 1_000_000);
    }

    private static long HeldAfter(IEnumerator<TownRow> rows, int count)
    {
        for (var row = 0; row < count; row++)
        {
            Assert.True(rows.MoveNext());
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
