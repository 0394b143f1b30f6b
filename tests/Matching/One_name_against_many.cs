using System.Text;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Text;

namespace IntegrationHub.Tests.Matching;

/// <summary>A list searched side by side finds what comparing name by name finds.</summary>
public sealed class One_name_against_many
{
    [Fact]
    public void Finds_exactly_the_names_whose_similarity_suffices()
    {
        var random = new Random(20261122);
        var names = Enumerable.Range(0, 2_000).Select(_ => Name(random)).Append([]).ToList();
        var table = new NameTable(names);
        var (found, alone) = (new List<(int Id, int Similarity)>(), new List<(int Id, int Similarity)>());
        var hits = 0;
        foreach (var probe in Enumerable.Range(0, 500).Select(i => i % 2 == 0 ? Name(random) : names[random.Next(2_000)]))
        {
            foreach (var least in (int[])[700, 850, 930, 1000])
            {
                found.Clear();
                alone.Clear();
                table.Near(probe, least, found);
                table.NearOneByOne(probe, least, alone);
                var expected = Enumerable.Range(0, 2_000).Select(i => (Id: i, Similarity: PlainSimilarities.JaroWinkler(probe, names[i]))).Where(p => p.Similarity >= least).ToList();
                Assert.Equal(expected, found.OrderBy(f => f.Id));
                Assert.Equal(expected, alone.OrderBy(f => f.Id));
                hits += expected.Count;
            }
        }

        Assert.True(hits > 1_000, $"{hits} hits");
    }

    [Fact]
    public void Names_are_found_as_written_best_first()
    {
        var scan = new NameScan(["Lefèvre", "LEFEBVRE", "Martin", "", "Quatrebarbes", "王"]);
        Assert.Equal([("LEFEBVRE", 1000), ("Lefèvre", 975)], scan.Near("lefebvre", 900));
        Assert.Equal([("王", 1000)], scan.Near("王", 900));
        Assert.Empty(scan.Near(" - ", 500));
        Assert.Throws<ArgumentOutOfRangeException>(() => scan.Near("Martin", 0));
    }

    /// <summary>Few letters, so that many names are alike; a few longer than a block takes.</summary>
    private static byte[] Name(Random random) =>
        Encoding.ASCII.GetBytes([.. Enumerable.Range(0, random.Next(10) == 0 ? random.Next(1, 40) : random.Next(1, 12)).Select(_ => "ABCDEF 05P"[random.Next(10)])]);
}
