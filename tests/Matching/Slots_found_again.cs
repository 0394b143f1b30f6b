using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Indexing;

namespace IntegrationHub.Tests.Matching;

/// <summary>Whatever came and went, a slot is found by its part, by its key and under its blocking keys, and no slot by what has gone.</summary>
public sealed class Slots_found_again
{
    private const int Parts = 200;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void By_part_and_by_key(int seed)
    {
        var random = new Random(seed);
        var store = new SlotStore();
        var row = MatchModel.French.Rows.Write(People.Record("0", ("birthName", "Martin")), MatchModel.French.NewVocabulary());
        var live = new Dictionary<int, int>();
        var moved = 0;
        for (var part = 0; part < Parts; part++)
        {
            live[part] = store.Add(part, new MatchKey("town", $"{part}", ""), row);
        }

        for (var step = 0; step < 5_000; step++)
        {
            var part = random.Next(Parts);
            if (live.Remove(part, out var slot))
            {
                store.Remove(slot);
            }
            else
            {
                live[part] = store.Add(part, new MatchKey("town", $"{part}", ""), row);
                moved += live[part] == part ? 0 : 1;
            }

            var asked = random.Next(Parts + 2) - 1;
            Assert.Equal(live.GetValueOrDefault(asked, -1), store.Find(asked));
            Assert.Equal(live.GetValueOrDefault(asked, -1), store.Find(new MatchKey("town", $"{asked}", "")));
        }

        Assert.Equal(live.Count, store.Count);
        Assert.InRange(moved, 500, 5_000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Under_blocking_keys(int seed)
    {
        var random = new Random(seed);
        var postings = new Postings();
        var held = new Dictionary<ulong, HashSet<int>>();
        for (var step = 0; step < 40_000; step++)
        {
            var key = (ulong)(random.Next(1 << random.Next(1, 14)) + 1) * 0x9E3779B97F4A7C15UL;
            var slots = held.TryGetValue(key, out var known) ? known : held[key] = [];
            var slot = random.Next(1 << 10);
            if (slots.Add(slot))
            {
                postings.Add(key, slot);
            }
            else
            {
                postings.Remove(key, slot);
                slots.Remove(slot);
            }

            postings.Expect([key]);
            Assert.Equal(slots.Order(), postings.Of(key).ToArray().Order());
        }

        Assert.All(held, kept => Assert.Equal(kept.Value.Order(), postings.Of(kept.Key).ToArray().Order()));
        Assert.Contains(held, kept => kept.Value.Count > 100);
    }
}
