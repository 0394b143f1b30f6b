using System.Buffers;
using System.Runtime.Intrinsics;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Text;

/// <summary>One name against many: all names of a list at or above a similarity, exactly as <see cref="JaroWinkler.Similarity"/> has it.</summary>
internal sealed class NameTable
{
    private readonly byte[][] _names;
    private readonly ValueFacts[] _facts;
    private readonly List<(int[] Ids, NameBlocks Blocks)> _short = [];
    private readonly int[] _long;

    /// <param name="names">Folded names; each is known by its position here. Empty ones are found by nothing.</param>
    public NameTable(IReadOnlyList<byte[]> names)
    {
        _names = [.. names];
        _facts = [.. names.Select(n => n.Length == 0 ? default : ValueFacts.Of(Domain.City, n, 0, 0))];
        _long = [.. Enumerable.Range(0, _names.Length).Where(i => _names[i].Length > NameBlocks.Longest)];
        foreach (var group in Enumerable.Range(0, _names.Length).Where(i => _names[i].Length is > 0 and <= NameBlocks.Longest).GroupBy(i => _names[i].Length).OrderBy(g => g.Key))
        {
            _short.Add(([.. group], new NameBlocks([.. group.Select(i => _names[i])])));
        }
    }

    /// <summary>Adds every name at or above a similarity, in thousandths, with that similarity; in no order.</summary>
    public void Near(ReadOnlySpan<byte> probe, int similarity, List<(int Id, int Similarity)> found)
    {
        if (!Vector128.IsHardwareAccelerated || probe.Length > NameBlocks.Longest)
        {
            NearOneByOne(probe, similarity, found);
            return;
        }

        if (probe.Length == 0)
        {
            return;
        }

        var hits = ArrayPool<int>.Shared.Rent(_names.Length);
        foreach (var (ids, blocks) in _short)
        {
            foreach (var hit in hits.AsSpan(0, blocks.MayReach(probe, similarity, hits)))
            {
                Check(ids[hit], probe, similarity, found);
            }
        }

        ArrayPool<int>.Shared.Return(hits);
        var facts = ValueFacts.Of(Domain.City, probe, 0, 0);
        foreach (var id in _long)
        {
            CheckBounded(id, probe, facts, similarity, found);
        }
    }

    /// <summary>The same, one name after the other: letter sets and lengths first, then the letters.</summary>
    public void NearOneByOne(ReadOnlySpan<byte> probe, int similarity, List<(int Id, int Similarity)> found)
    {
        if (probe.Length == 0)
        {
            return;
        }

        var facts = ValueFacts.Of(Domain.City, probe, 0, 0);
        for (var id = 0; id < _names.Length; id++)
        {
            CheckBounded(id, probe, facts, similarity, found);
        }
    }

    private void CheckBounded(int id, ReadOnlySpan<byte> probe, in ValueFacts facts, int similarity, List<(int, int)> found)
    {
        if (_facts[id].Length > 0 && JaroWinkler.MayReach(similarity, facts, _facts[id]))
        {
            Check(id, probe, similarity, found);
        }
    }

    private void Check(int id, ReadOnlySpan<byte> probe, int similarity, List<(int, int)> found)
    {
        var exact = JaroWinkler.Similarity(probe, _names[id]);
        if (exact >= similarity)
        {
            found.Add((id, exact));
        }
    }
}
