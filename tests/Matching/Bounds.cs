using System.Globalization;
using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Matching;

/// <summary>Runs a case alone in the process and holds it to an amount of processor time and of memory asked for, both of which grow with the records at most linearly.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Bounds
{
    public const string Name = "alone in the process";

    /// <summary><c>MATCHING_CROWDS=20</c> makes every crowd twenty times as large: a million rows, 200 000 people of one name.</summary>
    internal static int Scale => int.TryParse(Environment.GetEnvironmentVariable("MATCHING_CROWDS"), CultureInfo.InvariantCulture, out var scale) ? scale : 1;

    /// <summary>Links records by a model activated on them.</summary>
    /// <param name="microseconds">Of processor time allowed a record, several times what a slow machine takes.</param>
    /// <param name="bytes">Asked of the allocator a record, all told.</param>
    internal static Partition Link(IReadOnlyList<MatchRecord> records, int microseconds, int bytes)
    {
        var (processor, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true));
        var partition = Linker.Link(MatchModel.French.ActivateOn(records), records);
        var spent = Environment.CpuUsage.TotalTime - processor;
        var asked = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        Assert.True(spent < TimeSpan.FromSeconds(20) + TimeSpan.FromMicroseconds((double)microseconds * records.Count), $"{records.Count} records took {spent.TotalSeconds:F1} s of processor");
        Assert.True(asked < (128L << 20) + ((long)bytes * records.Count), $"{records.Count} records asked for {asked >> 20} MiB");
        Assert.Equal(records.Count, partition.Clusters.Sum(c => c.Length));
        return partition;
    }
}
