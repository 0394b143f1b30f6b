using IntegrationHub.Hub.Auditing;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Writing;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Stewardship;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Reviewing;

/// <summary>Carries a steward's press to the registry's one writer, and records who pressed.</summary>
public sealed class ReviewDecisions(RegistryWriter writer, IRegistryReader registry, AccessLog log)
{
    /// <param name="taskId">The review task.</param>
    /// <param name="same">True: one person.</param>
    /// <param name="contract">Names the steward; its purpose stands in the access log.</param>
    /// <param name="cancellationToken">Stops waiting; the decision may be taken all the same.</param>
    public async Task<DecisionOutcome> DecideAsync(long taskId, bool same, AccessContract contract, CancellationToken cancellationToken)
    {
        if (await registry.FindReviewAsync(taskId, cancellationToken) is not { } task)
        {
            return new DecisionOutcome.Unknown();
        }

        if (task is not { State: ReviewState.Open, B: { } b })
        {
            return new DecisionOutcome.Settled();
        }

        var order = new Order(contract.Name);
        var result = await writer.DoAsync((records, cancel) => records.DecideAsync(task.A, b, same, order, cancel), cancellationToken);
        return await OutcomeAsync(result, same ? "decide-same" : "decide-different", contract, cancellationToken);
    }

    /// <summary>Takes the task's decision back.</summary>
    public async Task<DecisionOutcome> UndoAsync(long taskId, AccessContract contract, CancellationToken cancellationToken)
    {
        if (await registry.FindReviewAsync(taskId, cancellationToken) is not { } task)
        {
            return new DecisionOutcome.Unknown();
        }

        if (task.DecisionId is not { } decision)
        {
            return new DecisionOutcome.Settled();
        }

        var order = new Order(contract.Name);
        var result = await writer.DoAsync((records, cancel) => records.UndoAsync(decision, order, cancel), cancellationToken);
        return await OutcomeAsync(result, "undo", contract, cancellationToken);
    }

    private async Task<DecisionOutcome> OutcomeAsync(OrderResult result, string action, AccessContract contract, CancellationToken cancellationToken)
    {
        switch (result)
        {
            case OrderResult.Done done:
                IReadOnlyList<GoldenId?> touched = [null, .. done.Changes.SelectMany(change => change.Touched).Distinct().Select(id => (GoldenId?)id)];
                await log.RecordAsync(contract.Name, action, touched, contract, cancellationToken);
                return new DecisionOutcome.Done();
            case OrderResult.Refused { Reason: Refusal.Contradicts } refused:
                return new DecisionOutcome.Contradicts(refused.Decisions);
            case OrderResult.Refused { Reason: Refusal.Unknown }:
                return new DecisionOutcome.Unknown();
            default:
                return new DecisionOutcome.Settled();
        }
    }
}
