using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Absorbing;
using IntegrationHub.Mdm.Registry.Stewardship;

namespace IntegrationHub.Tests.Registry;

/// <summary>Random but repeatable histories: what sources send, and what stewards do.</summary>
internal static class TownMoves
{
    private static readonly string[] Connections = ["crm", "etat-civil", "ged"];

    /// <summary>Records of some people in three sources, with updates, deletions and returns, each version once.</summary>
    public static List<Arrival> History(Random random, int people)
    {
        var history = new List<Arrival>();
        for (var person = 0; person < people; person++)
        {
            foreach (var connection in Connections.Where(_ => random.Next(4) > 0))
            {
                var key = $"{connection[0]}{person * 7919 % 1000}";
                var versions = 1 + random.Next(3);
                for (var version = 1; version <= versions; version++)
                {
                    history.Add(version > 1 && random.Next(4) == 0
                        ? People.Deletion(connection, key, version)
                        : People.Record(connection, key, version, random.Next(10) == 0
                            ? [People.Seen(person, random), People.Seen(person + 3, random)]
                            : [People.Seen(person + (random.Next(5) == 0 ? 1 : 0), random)]));
                }
            }
        }

        return history;
    }

    public static List<Arrival[]> Pages(IEnumerable<Arrival> records, Random random)
    {
        var pages = new List<Arrival[]>();
        var rest = records.ToList();
        while (rest.Count > 0)
        {
            var size = Math.Min(rest.Count, 1 + random.Next(random.Next(3) == 0 ? 60 : 8));
            pages.Add([.. rest.Take(size)]);
            rest.RemoveRange(0, size);
        }

        return pages;
    }

    /// <summary>One thing a steward may do, to whatever is there.</summary>
    public static async Task<OrderResult?> StewardAsync(Town town, Random random)
    {
        var live = town.Store.Active.ToList();
        if (live.Count < 2)
        {
            return null;
        }

        var a = live[random.Next(live.Count)].Golden;
        var b = live[random.Next(live.Count)].Golden;
        switch (random.Next(8))
        {
            case 0 or 1:
                return await town.Registry.DecideAsync(a.Members[random.Next(a.Members.Count)], b.Members[random.Next(b.Members.Count)], same: true, Town.Steward, default);
            case 2:
                return await town.Registry.MergeAsync(a.Id, b.Id, Town.Steward, default);
            case 3 or 4:
                var wide = live.Select(row => row.Golden).Where(golden => golden.Members.Count > 1).ToList();
                return wide.Count == 0 ? null : await SplitAsync(town, wide[random.Next(wide.Count)], random);
            case 5:
                return await town.Registry.OverrideAsync(a.Id, "usageName", new Citizen { UsageName = $"Usage {random.Next(9)}" }, Town.Steward, default);
            case 6:
                return await town.Registry.ClearOverrideAsync(a.Id, "usageName", Town.Steward, default);
            default:
                var inForce = town.Store.Decisions.Values.Where(row => row.WithdrawnAt is null).ToList();
                return inForce.Count == 0 ? null : await town.Registry.UndoAsync(inForce[random.Next(inForce.Count)].DecisionId, Town.Steward, default);
        }
    }

    private static Task<OrderResult> SplitAsync(Town town, GoldenRecord golden, Random random)
    {
        var leaving = golden.Members.Where(_ => random.Next(2) == 0).ToList();
        return town.Registry.SplitAsync(golden.Id, leaving.Count is 0 || leaving.Count == golden.Members.Count ? [golden.Members[0]] : leaving, Town.Steward, default);
    }
}
