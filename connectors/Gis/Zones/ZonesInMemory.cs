using System.Diagnostics.CodeAnalysis;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Gis.Zones;

/// <summary>A connection's divisions, read once and again after a while. While reading again fails, the failure is told: an old border would be a wrong answer.</summary>
[SuppressMessage("Design", "CA1001", Justification = "a semaphore whose wait handle is never asked for holds nothing to free")]
internal sealed class ZonesInMemory(ZoneLoader loader, ZonesSettings settings)
{
    private readonly SemaphoreSlim reading = new(1);
    private volatile Loaded? loaded;

    /// <returns>The divisions and when they were read.</returns>
    public async Task<(IReadOnlyList<ZoneSet> Sets, DateTimeOffset At)> GetAsync(ConnectionContext context, CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        try
        {
            var now = context.Time.GetUtcNow();
            if (loaded is not { } kept || now - kept.At >= TimeSpan.FromHours(settings.RefreshHours))
            {
                var sets = new List<ZoneSet>();
                foreach (var set in settings.Sets)
                {
                    sets.Add(await loader.LoadAsync(set, context, cancellationToken));
                }

                loaded = kept = new Loaded(sets, now);
            }

            return (kept.Sets, kept.At);
        }
        finally
        {
            reading.Release();
        }
    }

    private sealed record Loaded(IReadOnlyList<ZoneSet> Sets, DateTimeOffset At);
}
