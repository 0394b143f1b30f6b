using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Blocking;
using IntegrationHub.Mdm.Matching.Indexing;

namespace IntegrationHub.Tests.Matching;

/// <summary>In bulk keys are dealt into parts instead of entered into a table: the same records meet, whatever the number of threads.</summary>
public sealed class Keys_dealt_into_parts
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(64)]
    public void Every_number_stands_in_the_part_of_its_upper_bits_in_the_order_it_came(int threads)
    {
        var random = new Random(threads);
        ulong[][] runs = [.. Enumerable.Range(0, 40).Select(_ => Enumerable.Range(0, random.Next(0, 60)).Select(_ => (ulong)random.NextInt64() << 1).ToArray())];

        var parts = new RadixParts(runs.Length, (run, _) => runs[run], 16, 60, new ParallelOptions { MaxDegreeOfParallelism = threads });

        Assert.Equal(runs.Sum(run => run.Length), parts.Total);
        Assert.All(Enumerable.Range(0, 16), part => Assert.Equal(runs.SelectMany(run => run).Where(number => number >> 60 == (ulong)part), parts.Of(part).ToArray()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(32)]
    public void Keys_alike_are_known_by_the_first_of_them_and_counted_there(int lower)
    {
        var (random, groups) = (new Random(lower + 5), new KeyGroups());
        foreach (var count in (int[])[0, 1, 700, 900, 3, 5_000])
        {
            ulong[] items = [.. Enumerable.Range(0, count).Select(i => ((ulong)random.Next(1 + (count / 3)) * 0x9E3779B97F4A7C15 << lower) | (lower > 0 ? (uint)i : 0))];

            groups.Find(items, lower);

            var firsts = items.Select((item, i) => (Key: item >> lower, At: i)).GroupBy(item => item.Key).ToDictionary(same => same.Key, same => (First: same.First().At, Size: same.Count()));
            Assert.All(Enumerable.Range(0, count), i => Assert.Equal(firsts[items[i] >> lower].First, groups.Firsts[i]));
            Assert.All(firsts.Values, same => Assert.Equal(same.Size, groups.Sizes[same.First]));
        }
    }

    [Theory]
    [InlineData(1, 10, 4096)]
    [InlineData(4, 10, 4096)]
    [InlineData(2, 3, 100)] // runs of more records than the least, as millions have
    public void Of_each_record_those_before_it_that_share_a_key_are_told_once(int threads, int leastRunBits, int mostRuns)
    {
        var records = InternedRecords.Of(MatchModel.French, People.Crowd(33, 2_600).Select(c => c.Record));
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        var keys = new RecordKeys(records.Views(), records.Vocabulary, MatchModel.French.Keys, options);

        HashSet<uint>[] shorts = [.. Enumerable.Range(0, keys.Count).Select(record => keys.Of(record).ToArray().Select(Postings.Short).ToHashSet())];

        var meeting = new MeetingSlots(keys, options, leastRunBits, mostRuns);

        Assert.InRange(meeting.Runs, 2, mostRuns); // one run alone proves nothing of where runs end
        var (room, met) = (new Meetings(), 0);
        for (var run = 0; run < meeting.Runs; run++)
        {
            meeting.Gather(run, room);
            var (first, end) = meeting.SlotsOf(run);
            for (var slot = first; slot < end; slot++)
            {
                var told = room.Others[(slot == first ? 0 : room.End(slot - first - 1))..room.End(slot - first)];
                Assert.Equal(Enumerable.Range(0, slot).Where(other => shorts[other].Overlaps(shorts[slot])), told);
                met += told.Count;
            }
        }

        Assert.True(met > keys.Count / 2, "too few meet to tell anything");
    }

    [Fact]
    public void A_candidate_told_by_many_keys_is_one_and_nobody_is_their_own()
    {
        var (room, random) = (new Meetings(), new Random(36));
        foreach (var (told, slots) in ((int, int)[])[(0, 1), (1, 1), (40, 12), (300, 250), (5_000, 90), (600, 2_000)])
        {
            room.Start([], slots, 1);
            int[] others = [.. Enumerable.Range(0, told).Select(_ => random.Next(slots + 1))];
            room.Others.AddRange(others);

            room.Close(slots, 0);

            Assert.Equal(others.Where(other => other != slots).Distinct().Order(), room.Others);
            Assert.Equal(room.Others.Count, room.End(0));
        }
    }
}
