namespace IntegrationHub.Tests.Benchmarks.Publishing;

/// <summary>Durations in milliseconds, and what share of them stayed below what.</summary>
internal sealed class Latencies(IEnumerable<double> milliseconds)
{
    private readonly double[] _sorted = [.. milliseconds.Order()];

    public int Count => _sorted.Length;

    public double At(double share) => _sorted[Math.Min(_sorted.Length - 1, (int)(_sorted.Length * share))];

    public override string ToString() =>
        FormattableString.Invariant($"ms p50 {At(0.5):F2} p90 {At(0.9):F2} p99 {At(0.99):F2} p99.9 {At(0.999):F2} max {_sorted[^1]:F2} of {_sorted.Length}");
}
