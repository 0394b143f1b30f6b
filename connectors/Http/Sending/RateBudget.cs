using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Http.Sending;

/// <summary>Never more requests in any window of the period than the system allows; who comes too early waits in line.</summary>
internal sealed class RateBudget(RateLimit? limit, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly DateTimeOffset[] granted = new DateTimeOffset[limit?.Requests ?? 0];
    private int next;
    private DateTimeOffset pausedUntil;

    /// <summary>The whole target asked to wait; requests of other records would only meet the same answer.</summary>
    public void Pause(DateTimeOffset until)
    {
        lock (gate)
        {
            pausedUntil = until > pausedUntil ? until : pausedUntil;
        }
    }

    /// <returns>When this request may leave; its place in line is taken.</returns>
    public DateTimeOffset Take()
    {
        lock (gate)
        {
            var at = time.GetUtcNow();
            at = pausedUntil > at ? pausedUntil : at;
            if (limit is null)
            {
                return at;
            }

            var free = granted[next] + limit.Period;
            at = free > at ? free : at;
            granted[next] = at;
            next = (next + 1) % granted.Length;
            return at;
        }
    }
}
