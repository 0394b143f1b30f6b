using IntegrationHub.Mdm.Matching.Blocking;
using IntegrationHub.Mdm.Matching.Comparing;
using IntegrationHub.Mdm.Matching.Documents;
using IntegrationHub.Mdm.Matching.Indexing;
using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Activation;

/// <summary>The share of record pairs that are one person, without labels: and of pairs that are one household: those that agree with the posteriors they lead to (EM over two shares).</summary>
internal static class PriorEstimate
{
    private const int SampleSize = 4000;

    private const int Rounds = 40;

    /// <summary>Thousandths of a bit: log2 of the odds that two random records are one person, and that they are two people of one household.</summary>
    public static (int Prior, int Kinship) Fit(ModelSettings settings, List<(MatchKey Key, int[] Row)> rows, Vocabulary words)
    {
        var model = new MatchModel(settings);
        var vocabulary = model.Adjusted(words);
        var postings = new Postings();
        Span<ulong> keys = stackalloc ulong[KeyMaker.Most];
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var key in keys[..model.Keys.Write(rows[i].Row, words, keys)])
            {
                postings.Add(key, i);
            }
        }

        var evidence = new List<(int Match, int Kin)>();
        var sample = Enumerable.Range(0, rows.Count).OrderBy(i => Mixed(rows[i].Key)).ThenBy(i => rows[i].Key).Take(SampleSize).ToList();
        var scratch = new Scratch();
        foreach (var i in sample)
        {
            scratch.Start(rows.Count);
            foreach (var key in keys[..model.Keys.Write(rows[i].Row, words, keys)])
            {
                foreach (var other in postings.Of(key))
                {
                    if (other != i)
                    {
                        scratch.Add(other, other);
                    }
                }
            }

            foreach (var other in scratch.Candidates)
            {
                evidence.Add(model.Scorer.Weigh(rows[i].Row, rows[other].Row, vocabulary));
            }
        }

        evidence.Sort();
        var pairs = (double)sample.Count * (rows.Count - 1);
        double match = Share(settings.Prior), kin = Share(settings.Kinship);
        for (var round = 0; round < Rounds; round++)
        {
            double matches = 0.5, kins = 0.1;
            foreach (var (m, k) in evidence)
            {
                var one = match * Math.Pow(2, m / 1000.0);
                var two = kin * Math.Pow(2, k / 1000.0);
                matches += one / (1 + one + two);
                kins += two / (1 + one + two);
            }

            (match, kin) = (matches / pairs, kins / pairs);
        }

        return (Bits(match), Bits(kin));
    }

    private static double Share(int bits) => Math.Pow(2, bits / 1000.0);

    private static int Bits(double share) => (int)Math.Round(10 * Math.Log2(share)) * 100;

    private static ulong Mixed(MatchKey key) => Hash.Of(System.Text.Encoding.UTF8.GetBytes($"{key.Connection}\n{key.Key}\n{key.Part}"));
}
