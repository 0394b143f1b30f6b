using IntegrationHub.Hub.Auditing;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Writing;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry;
using IntegrationHub.Mdm.Registry.Stewardship;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Rights;

/// <summary>Carries orders about a person to the registry's one writer: first into the register, then done, then into the access log.</summary>
public sealed class RightsDesk(RegistryWriter writer, IRegistryReader registry, RightsRegister register, PersonExport export, AccessLog log, TimeProvider clock)
{
    private const int LongestChain = 1000;

    public async Task<RightsOutcome> CarryOutAsync(RightsRequest request, AccessContract contract, CancellationToken cancellationToken)
    {
        if (request.Problem(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) is { } property)
        {
            return new RightsOutcome.Invalid(property);
        }

        if (await StateAsync(request.Person, cancellationToken) is not { } person)
        {
            return new RightsOutcome.Unknown();
        }

        if (person.State == GoldenState.Erased)
        {
            return new RightsOutcome.Gone();
        }

        var entry = await register.AskedAsync(request with { Person = person.Id }, contract.Name, cancellationToken);
        var result = await writer.DoAsync((records, token) => OrderAsync(records, request, person.Id, contract.Name, token), cancellationToken);
        if (result is not OrderResult.Done done)
        {
            var reason = ((OrderResult.Refused)result).Reason;
            await register.EndedAsync(entry, $"refused: {reason}", cancellationToken);
            return reason == Refusal.Unknown ? new RightsOutcome.Unknown() : new RightsOutcome.NotNow();
        }

        IReadOnlyList<GoldenId?> touched = [.. done.Changes.SelectMany(change => change.Touched).Append(person.Id).Distinct().Select(id => (GoldenId?)id)];
        await log.RecordAsync(contract.Name, Action(request.Action), touched, contract, cancellationToken);
        return new RightsOutcome.Done(await register.EndedAsync(entry, "done", cancellationToken));
    }

    /// <summary>A copy of all that is held about a person, restricted people included (RGPD article 15).</summary>
    /// <returns>The outcome; and the copy, JSON in UTF-8, when it is done.</returns>
    public async Task<(RightsOutcome Outcome, byte[] Copy)> CopyAsync(RightsRequest request, AccessContract contract, CancellationToken cancellationToken)
    {
        if (request.Problem(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) is { } property)
        {
            return (new RightsOutcome.Invalid(property), []);
        }

        if (await StateAsync(request.Person, cancellationToken) is not { } person)
        {
            return (new RightsOutcome.Unknown(), []);
        }

        if (person.State == GoldenState.Erased)
        {
            return (new RightsOutcome.Gone(), []);
        }

        var entry = await register.AskedAsync(request with { Person = person.Id }, contract.Name, cancellationToken);
        await log.RecordAsync(contract.Name, Action(RightsAction.Access), [person.Id], contract, cancellationToken);
        var copy = await export.WriteAsync(person.Id, cancellationToken);
        return (new RightsOutcome.Done(await register.EndedAsync(entry, "done", cancellationToken)), copy);
    }

    /// <summary>The id that answers today and its state, without a word about the person; null for an id never given.</summary>
    public async Task<(GoldenId Id, GoldenState State)?> StateAsync(GoldenId id, CancellationToken cancellationToken)
    {
        for (var step = 0; step < LongestChain && await registry.FindGoldenAsync(id, cancellationToken) is { } row; step++)
        {
            if (row.Golden is not { State: GoldenState.Merged, MergedInto: { } next })
            {
                return (id, row.Golden.State);
            }

            id = next;
        }

        return null;
    }

    private static Task<OrderResult> OrderAsync(CitizenRegistry records, RightsRequest request, GoldenId person, string by, CancellationToken cancellationToken)
    {
        var order = new Order(by, request.Reason);
        return request.Action switch
        {
            RightsAction.Restriction => records.RestrictAsync(person, cancellationToken),
            RightsAction.Release => records.ReleaseAsync(person, cancellationToken),
            RightsAction.Erasure => records.EraseAsync(person, cancellationToken),
            RightsAction.Death => records.OverrideAsync(person, "death", new Citizen { Death = request.Death }, order, cancellationToken),
            RightsAction.DeathWithdrawal => records.ClearOverrideAsync(person, "death", order, cancellationToken),
            _ => throw new ArgumentException($"{request.Action} is no order to the registry", nameof(request)),
        };
    }

    private static string Action(RightsAction action) => action switch
    {
        RightsAction.Access => "export",
        RightsAction.Restriction => "restrict",
        RightsAction.Release => "release",
        RightsAction.Erasure => "erase",
        RightsAction.Death => "record-death",
        _ => "withdraw-death",
    };
}
