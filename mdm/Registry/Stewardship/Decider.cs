using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Writing;

namespace IntegrationHub.Mdm.Registry.Stewardship;

/// <summary>Human decisions: they bind source parts, contradictory ones are refused, and any can be undone without loss (promise 5).</summary>
internal sealed class Decider(Writer writer)
{
    public Task<OrderResult> DecideAsync(PartKey a, PartKey b, bool same, Order order, CancellationToken cancellationToken) => writer.RunAsync<OrderResult>(
        async work =>
        {
            if (a == b || AnswerKey.IsAnswer(a) || AnswerKey.IsAnswer(b))
            {
                return Refused(Refusal.AlreadySo);
            }

            var parts = await work.FindLiveAsync([a, b], cancellationToken);
            return parts.Count < 2 ? Refused(Refusal.Unknown) : await CarryOutAsync(work, [(a, b)], same, order, parts, cancellationToken);
        },
        cancellationToken);

    /// <summary>Merges two golden records by binding all their parts to one another.</summary>
    public Task<OrderResult> MergeAsync(GoldenId first, GoldenId second, Order order, CancellationToken cancellationToken) => writer.RunAsync<OrderResult>(
        async work =>
        {
            var (a, b) = (await work.FindCurrentAsync(first, cancellationToken), await work.FindCurrentAsync(second, cancellationToken));
            if (a is null || b is null)
            {
                return Refused(Refusal.Unknown);
            }

            if (a.Golden.Id == b.Golden.Id)
            {
                return Refused(Refusal.AlreadySo);
            }

            if (a.Golden.State != GoldenState.Active || b.Golden.State != GoldenState.Active)
            {
                return Refused(Refusal.NotActive);
            }

            // A chain over all parts, not one bridge: a guard of the matcher must not leave half of a record behind.
            PartKey[] keys = [.. a.Golden.Members.Concat(b.Golden.Members).Where(key => !AnswerKey.IsAnswer(key))];
            var parts = await work.FindLiveAsync(keys, cancellationToken);
            return await CarryOutAsync(work, [.. keys.Zip(keys.Skip(1))], same: true, order, parts, cancellationToken);
        },
        cancellationToken);

    /// <summary>Parts of a golden record leave it: each is declared different from each that stays.</summary>
    public Task<OrderResult> SplitAsync(GoldenId golden, IReadOnlyCollection<PartKey> leaving, Order order, CancellationToken cancellationToken) => writer.RunAsync<OrderResult>(
        async work =>
        {
            var row = await work.FindCurrentAsync(golden, cancellationToken);
            if (row is null)
            {
                return Refused(Refusal.Unknown);
            }

            if (row.Golden.State != GoldenState.Active)
            {
                return Refused(Refusal.NotActive);
            }

            // An answer goes with the part it is about, whichever side it was seen on.
            var members = row.Golden.Members.Where(key => !AnswerKey.IsAnswer(key)).ToList();
            var leavers = leaving.Where(key => !AnswerKey.IsAnswer(key)).Distinct().Order().ToList();
            var staying = members.Except(leavers).ToList();
            if (leavers.Count == 0 || staying.Count == 0 || staying.Count + leavers.Count != members.Count)
            {
                return Refused(Refusal.NotAPartition);
            }

            var parts = await work.FindLiveAsync(members, cancellationToken);
            return await CarryOutAsync(work, [.. leavers.SelectMany(_ => staying, (a, b) => (a, b))], same: false, order, parts, cancellationToken);
        },
        cancellationToken);

    /// <summary>Withdraws a decision with all of its action; golden records get the ids back that they had before it.</summary>
    public Task<OrderResult> UndoAsync(long decisionId, Order order, CancellationToken cancellationToken) => writer.RunAsync<OrderResult>(
        async work =>
        {
            if (work.Memory.Decisions.Find(decisionId) is not { } decision)
            {
                return Refused(decisionId > 0 && decisionId <= work.Memory.State.LastDecision ? Refusal.AlreadySo : Refusal.Unknown);
            }

            var rows = work.Memory.Decisions.OfAction(decision.Action);
            var wanted = new Dictionary<PartKey, GoldenId>();
            foreach (var row in rows)
            {
                work.Withdraw(row, row with { WithdrawnBy = order.By, WithdrawnAt = work.At });
                Want(wanted, row.A, row.GoldenA);
                Want(wanted, row.B, row.GoldenB);
            }

            await writer.SettleAsync(work, $"steward:{decision.Action}", wanted, cancellationToken);
            return new OrderResult.Done([.. rows.Select(row => row.DecisionId)], work.Changes);
        },
        cancellationToken);

    private static void Want(Dictionary<PartKey, GoldenId> wanted, PartKey part, GoldenId? golden)
    {
        if (golden is { } id)
        {
            wanted.TryAdd(part, id);
        }
    }

    private async Task<OrderResult> CarryOutAsync(
        Work work, IReadOnlyList<(PartKey A, PartKey B)> pairs, bool same, Order order, IReadOnlyList<PartRow> parts, CancellationToken cancellationToken)
    {
        if (parts.Any(part => !part.Matchable))
        {
            return Refused(Refusal.NotActive);
        }

        var goldens = parts.ToDictionary(part => part.Key, part => part.Golden);
        var action = work.NextDecisionId();
        foreach (var (a, b) in pairs)
        {
            var against = work.Memory.Decisions.Against(a, b, same);
            if (against.Count > 0)
            {
                work.Abandon();
                return new OrderResult.Refused(Refusal.Contradicts, [.. against.Where(id => id < action)]);
            }

            if (!work.Memory.Decisions.Says(a, b, same))
            {
                work.Decide(new DecisionRow
                {
                    DecisionId = work.NextDecisionId(),
                    Action = action,
                    A = a,
                    B = b,
                    Same = same,
                    By = order.By,
                    At = work.At,
                    Reason = order.Reason,
                    GoldenA = goldens.GetValueOrDefault(a),
                    GoldenB = goldens.GetValueOrDefault(b),
                });
            }
        }

        if (work.Decisions.Count == 0)
        {
            return Refused(Refusal.AlreadySo);
        }

        await writer.SettleAsync(work, $"steward:{action}", null, cancellationToken);
        return new OrderResult.Done([.. work.Decisions.Select(decision => decision.DecisionId)], work.Changes);
    }

    private static OrderResult.Refused Refused(Refusal reason) => new(reason, []);
}
