using System.Text;
using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Matching;

/// <summary>A partition as text over keys, so that two histories can be compared whatever part ids they used.</summary>
internal static class Picture
{
    public static string Of(Partition partition, IReadOnlyDictionary<int, MatchKey> keys)
    {
        var text = new StringBuilder();
        foreach (var cluster in partition.Clusters.Select(c => string.Join(" ", c.Select(p => keys[p].Key))).Order(StringComparer.Ordinal))
        {
            text.AppendLine(cluster);
        }

        foreach (var doubt in partition.Doubts.Select(d => $"{keys[d.A].Key}?{(d.B is int b ? keys[b].Key : "")} {d.Weight} {d.Pattern:x} {d.Reason}").Order(StringComparer.Ordinal))
        {
            text.AppendLine(doubt);
        }

        foreach (var pair in partition.Pairs.Select(p => $"{keys[p.A].Key}~{keys[p.B].Key} {p.Weight} {p.Pattern:x} {p.Vetoed}").Order(StringComparer.Ordinal))
        {
            text.AppendLine(pair);
        }

        return text.ToString();
    }
}
