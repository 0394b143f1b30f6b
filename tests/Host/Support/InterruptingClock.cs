namespace IntegrationHub.Tests.Host.Support;

/// <summary>The system's clock, which also does something the first time it is asked in the flow of a call: a client that hangs up in the middle, say.</summary>
internal sealed class InterruptingClock : TimeProvider
{
    private readonly AsyncLocal<Action?> _asked = new();

    public async Task<T> WhenAskedAsync<T>(Action asked, Func<Task<T>> call)
    {
        _asked.Value = asked;
        return await call();
    }

    public override DateTimeOffset GetUtcNow()
    {
        _asked.Value?.Invoke();
        return base.GetUtcNow();
    }
}
