using System.Net;
using IntegrationHub.Connectors.Abstractions.Egress;
using Polly;
using Polly.CircuitBreaker;

namespace IntegrationHub.Hub.Webhooks;

/// <summary>What every request to one receiver goes through: an attempt's time limit, and a breaker that opens when the receiver as a whole is down.</summary>
internal sealed class TargetPipeline : DelegatingHandler
{
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public TargetPipeline(HttpMessageHandler inner, TimeSpan timeout, TimeProvider clock) : base(inner) =>
        _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
            {
                FailureRatio = 0.9,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromMinutes(1),
                BreakDurationGenerator = static arguments => ValueTask.FromResult(TimeSpan.FromSeconds(Math.Min(60, 5 << Math.Min(arguments.HalfOpenAttempts, 4)))),
                ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome switch
                {
                    { Exception: EgressRefusedException or OperationCanceledException } => false,
                    { Exception: not null } => true,
                    { Result.StatusCode: >= HttpStatusCode.InternalServerError } => true,
                    _ => false,
                }),
            })
            .AddTimeout(timeout)
            .Build();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        await _pipeline.ExecuteAsync(
            static async (state, token) => await state.Handler.SendInnerAsync(state.Request, token),
            (Handler: this, Request: request),
            cancellationToken);

    private Task<HttpResponseMessage> SendInnerAsync(HttpRequestMessage request, CancellationToken cancellationToken) => base.SendAsync(request, cancellationToken);
}
