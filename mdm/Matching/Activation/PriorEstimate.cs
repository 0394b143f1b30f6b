using System.Collections.Concurrent;
using System.Text;
using IntegrationHub.Mdm.Matching.Blocking;
using IntegrationHub.Mdm.Matching.Documents;
using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Activation;

/// <summary>The share of record pairs that are one person, without labels: and of pairs that are one household: those that agree with the posteriors they lead to (EM over two shares).</summary>
internal sealed class PriorEstimate
{
    private const int SampleSize = 4000;

    private const int Rounds = 40;

    /// <summary>Records of its household that a record counts at most: who shares a nursing home's address and telephone with three hundred lives in no family of three hundred,
    /// and elsewhere in the file people would be held for relatives of their own records.</summary>
    private const double Household = 12;

    private const int Run = 4096;

    /// <summary>Bytes of a record's key that need no memory of their own.</summary>
    private const int OnStack = 512;

    private readonly MatchModel _model;
    private readonly InternedRecords _records;
    private readonly RowView[] _rows;
    private readonly RecordKeys _keys;
    private readonly ParallelOptions _options;

    public PriorEstimate(ModelSettings settings, InternedRecords records, RowView[] rows, RecordKeys keys, CancellationToken cancellationToken)
    {
        (_model, _records, _rows, _keys) = (new MatchModel(settings), records, rows, keys);
        _options = new ParallelOptions { CancellationToken = cancellationToken };
    }

    /// <summary>Thousandths of a bit: log2 of the odds that two random records are one person, and that they are two people of one household.</summary>
    public (int Prior, int Kinship) Fit()
    {
        var sample = Sample();
        var evidence = Evidence(sample);
        var pairs = (double)sample.Length * (_rows.Length - 1);
        double match = Share(_model.Settings.Prior), kin = Share(_model.Settings.Kinship);
        for (var round = 0; round < Rounds; round++)
        {
            double matches = 0.5, kins = 0.1;
            foreach (var pairsOfOne in evidence)
            {
                var others = 0.0;
                foreach (var (m, k) in pairsOfOne)
                {
                    var (one, two) = (match * m, kin * k);
                    var all = 1 + one + two;
                    matches += one / all;
                    others += two / all;
                }

                kins += Math.Min(others, Household);
            }

            (match, kin) = (matches / pairs, kins / pairs);
        }

        return (Bits(match), Bits(kin));
    }

    /// <summary>Records drawn by a hash of their keys: the same whatever the order they came in.</summary>
    private int[] Sample()
    {
        var hashes = new ulong[_rows.Length];
        Parallel.ForEach(Partitioner.Create(0, _rows.Length, Run), _options, range =>
        {
            for (var i = range.Item1; i < range.Item2; i++)
            {
                hashes[i] = Mixed(_records.Key(i));
            }
        });
        return LowestHashes.Draw(SampleSize, hashes, _records.Key);
    }

    /// <summary>Odds of one person and of one household, before the shares, of every pair of a drawn record; in an order of their own.</summary>
    private (double Match, double Kin)[][] Evidence(int[] sample)
    {
        var meeting = Meeting(sample);
        var vocabulary = _model.Adjusted(_records.Vocabulary);
        var found = new List<(int Match, int Kin)>[sample.Length];
        Parallel.For(0, sample.Length, _options, s =>
        {
            var (row, seen) = (_rows[sample[s]], new HashSet<int> { sample[s] });
            found[s] = [];
            foreach (var key in _keys.Of(sample[s]))
            {
                foreach (var other in meeting[key])
                {
                    if (seen.Add(other))
                    {
                        found[s].Add(_model.Scorer.Weigh(row.Span, _rows[other].Span, vocabulary));
                    }
                }
            }
        });
        return [.. found.Select(f => f.Order().Select(w => (Share(w.Match), Share(w.Kin))).ToArray())];
    }

    /// <summary>The records of each key of a drawn one.</summary>
    private Dictionary<ulong, List<int>> Meeting(int[] sample)
    {
        var meeting = new Dictionary<ulong, List<int>>();
        foreach (var i in sample)
        {
            foreach (var key in _keys.Of(i))
            {
                meeting.TryAdd(key, []);
            }
        }

        var drawn = new KeyFilter(meeting.Keys.ToHashSet());
        Parallel.ForEach(Partitioner.Create(0, _rows.Length, Run), _options, range =>
        {
            for (var i = range.Item1; i < range.Item2; i++)
            {
                foreach (var key in _keys.Of(i))
                {
                    if (drawn.Contains(key))
                    {
                        var records = meeting[key];
                        lock (records)
                        {
                            records.Add(i);
                        }
                    }
                }
            }
        });
        return meeting;
    }

    private static double Share(int bits) => Math.Pow(2, bits / 1000.0);

    private static int Bits(double share) => (int)Math.Round(10 * Math.Log2(share)) * 100;

    private static ulong Mixed(MatchKey key)
    {
        Span<byte> room = stackalloc byte[OnStack];
        var length = Encoding.UTF8.GetMaxByteCount(key.Connection.Length + key.Key.Length + key.Part.Length + 2);
        var bytes = length <= OnStack ? room : new byte[length];
        var end = Encoding.UTF8.GetBytes(key.Connection, bytes);
        bytes[end++] = (byte)'\n';
        end += Encoding.UTF8.GetBytes(key.Key, bytes[end..]);
        bytes[end++] = (byte)'\n';
        end += Encoding.UTF8.GetBytes(key.Part, bytes[end..]);
        return Hash.Of(bytes[..end]);
    }
}
