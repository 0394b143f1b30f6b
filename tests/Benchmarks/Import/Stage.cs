namespace IntegrationHub.Tests.Benchmarks.Import;

/// <summary>A piece of work measured several times: the least processor time a record, and the memory allocated.</summary>
internal sealed class Stage(string name, Func<Task> work)
{
    private double _micros = double.MaxValue;
    private double _bytes;

    public async Task MeasureAsync(int records)
    {
        GC.Collect();
        var (before, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true));
        await work();
        _micros = Math.Min(_micros, (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / records);
        _bytes = (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / records;
    }

    public void Print() => Console.WriteLine(FormattableString.Invariant($"{name,-28} {_micros,6:F2} µs of processor, {_bytes,6:F0} bytes a record"));
}
