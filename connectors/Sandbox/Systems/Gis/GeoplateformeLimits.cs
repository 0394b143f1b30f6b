namespace IntegrationHub.Connectors.Sandbox.Systems.Gis;

/// <summary>Fifty requests in a second; who sends more is turned away for five seconds.</summary>
internal sealed class GeoplateformeLimits(TimeProvider time)
{
    private const int Most = 50;

    private static readonly TimeSpan Penalty = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly Queue<DateTimeOffset> taken = new();
    private DateTimeOffset closed;

    /// <returns>Seconds to wait; null when the request may go on.</returns>
    public int? Take()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            while (taken.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromSeconds(1))
            {
                taken.Dequeue();
            }

            if (now < closed)
            {
                return (int)Math.Ceiling((closed - now).TotalSeconds);
            }

            if (taken.Count >= Most)
            {
                closed = now + Penalty;
                return (int)Penalty.TotalSeconds;
            }

            taken.Enqueue(now);
            return null;
        }
    }
}
