using Polly;
using Polly.CircuitBreaker;

namespace IntegrationHub.Connectors.Http.Sending;

/// <summary>What all connections to one target system share: its breaker, its rate budget, its slots.</summary>
internal sealed class TargetState(TargetKey key)
{
    public RateBudget Budget { get; } = new(key.Rate, key.Time);

    public SemaphoreSlim Slots { get; } = new(key.Concurrency);

    /// <summary>Opens when nine of ten requests in half a minute fail for the system as a whole; then waits 5 s, later up to 60 s, between trials.</summary>
    public ResiliencePipeline<Attempt> Breaker { get; } = new ResiliencePipelineBuilder<Attempt> { TimeProvider = key.Time }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Attempt>
        {
            FailureRatio = 0.9,
            MinimumThroughput = 10,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDurationGenerator = static arguments => ValueTask.FromResult(TimeSpan.FromSeconds(Math.Min(60, 5 << Math.Min(arguments.HalfOpenAttempts, 4)))),
            ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Result is { SystemFailed: true }),
        })
        .Build();
}
