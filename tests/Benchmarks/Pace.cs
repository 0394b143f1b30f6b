namespace IntegrationHub.Tests.Benchmarks;

/// <summary>How long each page of a run took: the rate of the whole, and whether the end is as fast as the beginning.</summary>
internal sealed class Pace(int pageRecords)
{
    private const int WarmUpRecords = 20_000;
    private readonly List<TimeSpan> _pages = [];

    public void Add(TimeSpan page) => _pages.Add(page);

    /// <summary>Time of all pages together.</summary>
    public TimeSpan Total => TimeSpan.FromTicks(_pages.Sum(page => page.Ticks));

    /// <summary>Records a second over all pages.</summary>
    public double Rate => Of(_pages);

    /// <summary>Rate of the last tenth over the rate of the first tenth, after 20 000 records of warm-up; 1 is perfectly even.</summary>
    public double LastOverFirst
    {
        get
        {
            var warm = _pages.Skip(WarmUpRecords / pageRecords).ToList();
            var tenth = Math.Max(1, warm.Count / 10);
            return Of(warm[^tenth..]) / Of(warm[..tenth]);
        }
    }

    private double Of(IReadOnlyCollection<TimeSpan> pages) => pages.Count * (double)pageRecords / pages.Sum(page => page.TotalSeconds);
}
