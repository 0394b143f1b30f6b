namespace IntegrationHub.Connectors.Sandbox.Serving;

/// <summary>So many requests in any window of a period.</summary>
internal sealed class WindowLimit(int most, TimeSpan period, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Queue<DateTimeOffset> taken = new();

    /// <returns>How long to wait; null when the request may go on.</returns>
    public TimeSpan? Take()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            while (taken.TryPeek(out var oldest) && now - oldest >= period)
            {
                taken.Dequeue();
            }

            if (taken.Count >= most)
            {
                return taken.Peek() + period - now;
            }

            taken.Enqueue(now);
            return null;
        }
    }
}
