using IntegrationHub.Mdm.Matching.Blocking;
using IntegrationHub.Mdm.Matching.Indexing;
using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>Draws the pairs training looks at. Never more than so many, whatever the file's size; the same ones every time.</summary>
internal sealed class PairSampler(Population population)
{
    private const int MostRandom = 400_000;

    /// <summary>Random pairs a record is worth: a small file needs no more to tell how often strangers agree.</summary>
    private const int RandomPerRecord = 20;

    private const int LeastRandom = 100_000;

    private const int MostCandidates = 250_000;

    /// <summary>Pairs of any two records: all of them where they are few.</summary>
    public List<(int A, int B)> Random()
    {
        var n = population.Count;
        var pairs = new List<(int, int)>();
        if ((long)n * (n - 1) / 2 <= MostRandom)
        {
            for (var a = 0; a < n; a++)
            {
                for (var b = a + 1; b < n; b++)
                {
                    pairs.Add((a, b));
                }
            }

            return pairs;
        }

        var wanted = Math.Clamp(RandomPerRecord * (long)n, LeastRandom, MostRandom);
        for (ulong draw = 1; pairs.Count < wanted; draw++)
        {
            var hash = Hash.Combine(draw, 0xDA7A);
            var (a, b) = ((int)((hash & uint.MaxValue) * (ulong)n >> 32), (int)((hash >> 32) * (ulong)n >> 32));
            if (a != b)
            {
                pairs.Add((a, b));
            }
        }

        return pairs;
    }

    /// <summary>The candidates of records drawn at random, by the blocking rules.</summary>
    /// <returns>The pairs, and how many records they were drawn for: each of those stands for all its pairs.</returns>
    public (List<(int A, int B)> Pairs, int Drawn) Candidates(KeyMaker maker, Vocabulary vocabulary)
    {
        var keys = new RecordKeys(population.Rows, vocabulary, maker, new ParallelOptions());
        var postings = new Postings();
        for (var i = 0; i < population.Count; i++)
        {
            foreach (var key in keys.Of(i))
            {
                postings.Add(key, i);
            }
        }

        var scratch = new Scratch();
        var pairs = new List<(int, int)>();
        var drawn = 0;
        foreach (var i in population.Shuffled())
        {
            scratch.Start(population.Count);
            scratch.Add(i, i);
            foreach (var key in keys.Of(i))
            {
                foreach (var other in postings.Of(key))
                {
                    scratch.Add(other, other);
                }
            }

            for (var c = 1; c < scratch.Candidates.Count; c++)
            {
                pairs.Add((i, scratch.Candidates[c]));
            }

            drawn++;
            if (pairs.Count >= MostCandidates)
            {
                break;
            }
        }

        return (pairs, drawn);
    }
}
