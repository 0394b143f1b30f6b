using System.Globalization;

namespace IntegrationHub.Connectors.Sandbox.Systems.Dataverse;

/// <summary>Service protection: so many requests in a sliding window, then 429 with the seconds until the oldest falls out of it.</summary>
internal sealed class DataverseLimits(TimeProvider time, int requests, TimeSpan window)
{
    private readonly Lock gate = new();
    private readonly Queue<DateTimeOffset> taken = new();

    /// <returns>Null when the request may go on.</returns>
    public DataverseReply? Take(out string remaining)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            while (taken.TryPeek(out var oldest) && now - oldest >= window)
            {
                taken.Dequeue();
            }

            if (taken.Count >= requests)
            {
                remaining = "0";
                return DataverseErrors.TooMany(requests, window, (int)Math.Ceiling((taken.Peek() + window - now).TotalSeconds));
            }

            taken.Enqueue(now);
            remaining = (requests - taken.Count).ToString(CultureInfo.InvariantCulture);
            return null;
        }
    }
}
