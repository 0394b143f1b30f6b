namespace IntegrationHub.Tests.Delivery;

/// <summary>How often what is killed: five times, or fifty with <c>HUB_LONG_TESTS=1</c>.</summary>
internal static class Kills
{
    public static int Count { get; } = Environment.GetEnvironmentVariable("HUB_LONG_TESTS") == "1" ? 50 : 5;

    /// <summary>Patience with a loaded machine; waits normally end after a second or two.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(4);

    public static async Task UntilAsync(Func<Task<bool>> reached)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await reached())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
